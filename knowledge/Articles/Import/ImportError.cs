namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Why a file was not imported; its last good version, if there was one, stays in use.</summary>
/// <param name="File">Path as found.</param>
/// <param name="Line">From one; zero when no line is to blame.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record ImportError(string File, int Line, string Problem, string Mend)
{
    public override string ToString() => $"{File}({Line}): {Problem} {Mend}";
}
