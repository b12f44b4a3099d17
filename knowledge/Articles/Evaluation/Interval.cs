namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>A measured share and where the true one lies with 95 % probability.</summary>
public sealed record Interval(double Value, double Low, double High)
{
    private const double Z = 1.959964;

    /// <summary>Wilson's interval; null when nothing was counted.</summary>
    public static Interval? Share(int part, int whole)
    {
        if (whole == 0)
        {
            return null;
        }

        var share = (double)part / whole;
        var square = Z * Z / whole;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Z / (1 + square) * Math.Sqrt((share * (1 - share) / whole) + (square / (4 * whole)));
        return new Interval(share, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>Of an area under a curve, after Hanley and McNeil.</summary>
    public static Interval Area(double area, int known, int unknown)
    {
        var (first, second) = (area / (2 - area), 2 * area * area / (1 + area));
        var variance = ((area * (1 - area)) + ((known - 1) * (first - (area * area))) + ((unknown - 1) * (second - (area * area))))
            / ((double)known * unknown);
        var half = Z * Math.Sqrt(Math.Max(0, variance));
        return new Interval(area, Math.Max(0, area - half), Math.Min(1, area + half));
    }
}
