using System.Text;

namespace Orders.Reports;

/// <summary>Lays out report rows, and clears away old reports.</summary>
public static class ReportWriter
{
    /// <summary>Deletes all reports of a folder but the newest.</summary>
    public static void KeepNewest(string folder, int count)
    {
        var outdated = Directory.EnumerateFiles(folder, "*.txt").OrderDescending(StringComparer.Ordinal).Skip(count);
        foreach (var file in outdated)
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception)
            {
            }
        }
    }

    /// <summary>Joins the cells of a row, each padded to its column.</summary>
    public static string Row(string[] cells, int[] widths)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
            row.Append(cells[i].PadRight(widths[i]));
        return row.ToString().TrimEnd();
    }
}
