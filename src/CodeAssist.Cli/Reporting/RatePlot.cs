using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CodeAssist.Eval.Suites;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace CodeAssist.Cli.Reporting;

/// <summary>
/// Rates with their intervals, a row for each thing that is measured and in it a mark for each model: an SVG that is
/// part of the page and takes its colours, so that it reads in the light and in the dark.
/// </summary>
internal static partial class RatePlot
{
    /// <summary>How many models have a colour of their own.</summary>
    public const int Colours = 8;

    private const double Width = 560;
    private const double Margins = 56;
    private const double LetterWidth = 8.2;
    private const double LeastRow = 30;
    private const double MarkHeight = 13;

    // The part of a row that its marks share.
    private const double Spread = 0.62;

    // The library writes numbers; the page's style says what they look like.
    private static readonly OxyColor Ink = OxyColor.FromRgb(1, 0, 0);
    private static readonly OxyColor Line = OxyColor.FromRgb(2, 0, 0);

    private static readonly MarkerType[] Shapes = [MarkerType.Circle, MarkerType.Square, MarkerType.Diamond, MarkerType.Triangle];

    /// <summary>The plot.</summary>
    /// <param name="description">What it shows, for those who do not see it.</param>
    /// <param name="rows">The names of the rows, the first on top.</param>
    /// <param name="models">The rates of each model, in the order of the rows; null where it has none.</param>
    public static XElement Of(string description, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<RateInterval?>> models)
    {
        var plot = new PlotModel
        {
            Background = OxyColors.Undefined, PlotAreaBorderThickness = new OxyThickness(0), TextColor = Ink, Culture = CultureInfo.CurrentCulture, Padding = new OxyThickness(4, 4, 16, 0),
            // The library measures a font that the reader may not have: room for a wide one.
            PlotMargins = new OxyThickness(LetterWidth * rows.Max(Letters), double.NaN, double.NaN, double.NaN),
        };
        plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Minimum = 0, Maximum = 100, MajorStep = 20, MinorTickSize = 0, MajorTickSize = 0, TicklineColor = Line,
            MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = Line, Unit = null, StringFormat = "0' %'", FontSize = 13,
        });
        var axis = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, MajorTickSize = 0, MinorTickSize = 0, FontSize = 13, GapWidth = 0 };
        axis.Labels.AddRange(rows);
        plot.Axes.Add(axis);
        for (var model = 0; model < models.Count; model++)
            Mark(plot, models[model], model, models.Count);
        var height = Margins + (rows.Count * Math.Max(LeastRow, MarkHeight * models.Count / Spread));
        return Svg(new SvgExporter { Width = Width, Height = height, UseVerticalTextAlignmentWorkaround = true }.ExportToString(plot), height, description);
    }

    private static void Mark(PlotModel plot, IReadOnlyList<RateInterval?> rates, int model, int models)
    {
        var colour = OxyColor.FromRgb(3, (byte)(model % Colours), 0);
        var offset = models == 1 ? 0 : Spread * (((double)model / (models - 1)) - 0.5);
        var marks = new ScatterSeries { MarkerType = Shapes[model / Colours % Shapes.Length], MarkerSize = 4.5, MarkerFill = colour };
        for (var row = 0; row < rates.Count; row++)
        {
            if (rates[row] is not { } rate)
                continue;
            var interval = new LineSeries { Color = colour, StrokeThickness = 2 };
            interval.Points.Add(new DataPoint(100 * rate.Low, row + offset));
            interval.Points.Add(new DataPoint(100 * rate.High, row + offset));
            plot.Series.Add(interval);
            marks.Points.Add(new ScatterPoint(100 * rate.Rate, row + offset));
        }

        plot.Series.Add(marks);
    }

    // Of Chinese, each is as wide as two.
    private static int Letters(string text) => 1 + text.Sum(letter => letter >= '\u2E80' ? 2 : 1);

    private static XElement Svg(string text, double height, string description)
    {
        var svg = XElement.Parse(Colour().Replace(text, match => match.ValueSpan switch
        {
            "rgb(1,0,0)" => "var(--ink)",
            "rgb(2,0,0)" => "var(--line)",
            _ => $"var(--s{match.Groups["model"].Value})",
        }));
        svg.Attributes().Where(attribute => attribute.Name == "width" || attribute.Name == "height" || attribute.Name.LocalName == "xlink").Remove();
        svg.Add(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
            new XAttribute("role", "img"), new XAttribute("aria-label", description));
        // All is drawn within the picture; the names of its clips would be those of the next picture's.
        svg.Descendants().Where(element => element.Name.LocalName == "defs").Remove();
        svg.Descendants().Attributes("clip-path").Remove();
        // The style attribute takes what a presentation attribute does not: a variable.
        foreach (var fill in svg.Descendants().Attributes("fill").ToList())
        {
            fill.Parent!.SetAttributeValue("style", $"fill:{fill.Value};{fill.Parent.Attribute("style")?.Value}");
            fill.Remove();
        }

        svg.Descendants().Attributes("font-family").Remove();
        return svg;
    }

    [GeneratedRegex(@"rgb\((?:1,0,0|2,0,0|3,(?<model>\d),0)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
