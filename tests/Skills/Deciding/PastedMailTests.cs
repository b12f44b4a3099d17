using BillingBot.Skills.Deciding;

namespace BillingBot.Tests.Skills.Deciding;

/// <summary>Of a mail only what its writer asks is read.</summary>
public sealed class PastedMailTests
{
    [Fact]
    public void The_head_of_a_pasted_mail_and_the_signature_are_no_question() => Assert.Equal(
        "we received your reminder but the amount was debited on the 3rd. Please check.",
        PastedMail.Body("""
            From: Jane Doe <jane@fabrikam.example>
            Sent: Tuesday
            To: Billing
            Subject: FW: unpaid?

            Hello,

            we received your reminder but the amount was debited on the 3rd. Please check.

            Kind regards
            Jane Doe
            Head of Finance | Fabrikam Ltd
            +44 20 7946 0000
            """));

    [Theory]
    [InlineData("Hello team,\nforwarding you the below from our AP.\nThx\n\n---------- Forwarded message ---------\nFrom: AP\nSubject: on hold\nThe purchase order number is missing. Please reissue.")]
    [InlineData("FYI, see below\n\n--- Original Message ---\nFrom: AP\nSent: Monday\n\nThe purchase order number is missing. Please reissue.\n\nRegards\nAP")]
    public void Who_forwards_a_mail_and_points_to_it_asks_what_it_asks(string mail) =>
        Assert.Equal("The purchase order number is missing. Please reissue.", PastedMail.Body(mail));

    [Fact]
    public void A_japanese_mail_that_is_forwarded_is_read_too() => Assert.Equal(
        "注文番号の記載がありません。再発行を依頼してください。",
        PastedMail.Body("サポートご担当者様\n下記、経理からの転送です。\n\n-----Original Message-----\nFrom: 経理\n件名: 請求書保留\n注文番号の記載がありません。再発行を依頼してください。"));

    [Fact]
    public void What_a_reply_quotes_is_left_out() => Assert.Equal(
        "When is the payment due?",
        PastedMail.Body("Hi,\nWhen is the payment due?\nThanks\n\n-----Original Message-----\nFrom: Billing\nPlease find your invoice INV-2026-0142."));

    [Fact]
    public void A_telephones_signature_ends_the_mail() => Assert.Equal(
        "Are the amounts with or without VAT?",
        PastedMail.Body("Hi there,\n\nAre the amounts with or without VAT?\n\nSent from my iPhone"));
}
