namespace BillingBot.Recognizers;

/// <summary>Reads the numbers of one language at one place of a folded text.</summary>
internal interface INumberReader
{
    /// <summary>The query as this reader takes it: same length, lower case or narrow, so that indices stay those of the query.</summary>
    string Fold(string query);

    /// <returns>The longest number beginning at <paramref name="at"/>, whatever stands around it.</returns>
    NumberMatch? Read(string text, int at);

    /// <returns>A number beginning with a digit at <paramref name="at"/>, as behind a currency sign: no fraction in words.</returns>
    NumberMatch? ReadAmount(string text, int at);

    /// <returns>False for a piece of another thing: "180ml", "20 %", "the one".</returns>
    bool StandsAlone(string text, NumberMatch number);

    /// <returns>Where reading goes on when nothing begins at <paramref name="at"/>: behind the word or identifier.</returns>
    int Next(string text, int at);
}
