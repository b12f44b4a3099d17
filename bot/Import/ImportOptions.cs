using System.ComponentModel.DataAnnotations;

namespace BillingBot.Import;

/// <summary>Section <c>Import</c>: how the partner's accounting system hands over its files.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Import";

    /// <summary>With it <c>POST /api/import/{kind}</c> is open to whoever knows it; none: there is no such endpoint. Never log it.</summary>
    [MinLength(32, ErrorMessage = "Import:ApiKey is too short. Use at least 32 random characters, for example of `openssl rand -base64 32`.")]
    public string? ApiKey { get; set; }

    /// <summary>Rows of data a posted file may have; larger files go through the folder or the command line.</summary>
    [Range(1, 1_000_000)]
    public int MaximumRows { get; set; } = 20_000;

    /// <summary>Bytes of a posted file.</summary>
    [Range(1_024, 104_857_600)]
    public int MaximumBytes { get; set; } = 16_777_216;

    /// <summary>Posts that one network address may make in a minute.</summary>
    [Range(1, 10_000)]
    public int RequestsPerMinute { get; set; } = 30;

    /// <summary>A folder that is looked into for files such as <c>invoices-2026-11.csv</c>; none: no folder is.</summary>
    public string? Folder { get; set; }

    /// <summary>Time between two looks. A file is imported when it did not change between them.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);
}
