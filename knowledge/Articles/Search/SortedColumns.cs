namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Rows of numbers, and the order of the rows by each column, which every tree needs.</summary>
internal sealed class SortedColumns(float[][] rows)
{
    public float[][] Rows => rows;

    public int[][] Orders { get; } = [.. Enumerable.Range(0, rows.Length == 0 ? 0 : rows[0].Length)
        .Select(column => Enumerable.Range(0, rows.Length).OrderBy(row => rows[row][column]).ToArray())];
}
