namespace Accounting;

public sealed class Journal
{
    public List<string> Entries { get; } = [];
}

/// <summary>Collects entries; they are in the journal once the batch is disposed of.</summary>
public sealed class JournalBatch(Journal journal) : IDisposable
{
    private readonly List<string> _entries = [];

    public void Add(string entry) => _entries.Add(entry);

    public void Dispose() => journal.Entries.AddRange(_entries);
}

public static class MonthEnd
{
    /// <summary>Books the closing entries and says how many there were.</summary>
    public static int Close(Journal journal, IEnumerable<string> accounts)
    {
        using var batch = new JournalBatch(journal);
        var count = 0;
        foreach (var account in accounts)
        {
            batch.Add("close " + account);
            count++;
        }

        return count;
    }
}
