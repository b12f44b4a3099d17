using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace BillingBot.Console.Knowledge;

/// <summary>Shows Markdown as customers see it. Nothing in it becomes an element or a script of the page, and no address is loaded.</summary>
internal static class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static MarkupString Of(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            Guard(link, link.Url);
            link.Url = IsWeb(link.Url) ? link.Url : "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            Guard(link, link.Url);
            link.Url = IsWeb(link.Url) || link.IsEmail ? link.Url : "";
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Guard(Inline link, string? address)
    {
        if (IsWeb(address))
        {
            link.GetAttributes().AddProperty("target", "_blank");
            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        }
    }

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto);
}
