using System.Collections.Concurrent;
using System.Text;
using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

/// <summary>Collects what became of each fault in each family, and leaves it as a table in <c>artifacts/outcomes</c>.</summary>
public sealed class OutcomeTable : IDisposable
{
    private readonly ConcurrentDictionary<(string Fault, string Family), string> _outcomes = new();

    /// <summary>The order of the rows.</summary>
    public IReadOnlyList<string> Order { get; set; } = [];

    /// <summary>Notes what became of a fault.</summary>
    public void Add(string fault, string family, string outcome) => _outcomes[(fault, family)] = outcome;

    /// <inheritdoc/>
    public void Dispose()
    {
        var families = _outcomes.Keys.Select(key => key.Family).Distinct().Order().ToList();
        var table = new StringBuilder($"| fault | {string.Join(" | ", families)} |\n|---|{string.Concat(families.Select(_ => "---|"))}\n");
        foreach (var fault in _outcomes.Keys.Select(key => key.Fault).Distinct().OrderBy(fault => Order.Index().FirstOrDefault(pair => pair.Item == fault).Index))
            table.AppendLine($"| {fault} | {string.Join(" | ", families.Select(family => _outcomes.GetValueOrDefault((fault, family), "-").Replace("|", "\\|")))} |");
        var folder = Repository.PathOf("artifacts", "outcomes");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "endpoint-faults.md"), table.ToString());
    }
}
