using System.Collections.Immutable;
using System.Text;

namespace CodeAssist.Repair.Evidence;

/// <summary>Reads an evidence file while others may write to it. A line that is none (cut, of a later version) is passed over.</summary>
public static class EvidenceReader
{
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The last entries of a file, oldest first, with those from before it last started over; empty where there is no file.</summary>
    /// <param name="path">The file, such as <see cref="EvidenceFile.PathFor"/> names it.</param>
    /// <param name="count">How many entries at most.</param>
    /// <param name="type">Only those of this type: <see cref="EvidenceEntry.Attempt"/> or <see cref="EvidenceEntry.Request"/>; null for any.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static ImmutableArray<EvidenceEntry> Last(string path, int count, string? type = null)
    {
        var last = new Queue<EvidenceEntry>();
        foreach (var line in Lines(EvidenceFile.FormerOf(path)).Concat(Lines(path)))
        {
            if (JsonText.Read<EvidenceEntry>(line) is not { Type: { } known } entry || (type is not null && known != type))
                continue;
            last.Enqueue(entry);
            if (last.Count > count)
                last.Dequeue();
        }

        return last.ToImmutableArray();
    }

    private static string[] Lines(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!File.Exists(path))
                    return [];
                using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
                return reader.ReadToEnd().Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Somebody is appending just now.
                Thread.Sleep(Pause);
            }
        }
    }
}
