using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Benchmarks.Gate;

/// <summary>
/// A project of about 100,000 lines: 1,000 files in ten namespaces, of classes that use each other. The same seed
/// gives the same project.
/// </summary>
internal static class GeneratedProject
{
    private const int Seed = 20261123;
    private const int Namespaces = 10;
    private const int MethodsOfClass = 8;

    /// <summary>The project in a workspace of its own.</summary>
    /// <param name="files">How many files.</param>
    /// <param name="analyzers">The analyzers that it references.</param>
    /// <param name="warnings">IDs that are raised to warnings.</param>
    public static Project Create(int files, IEnumerable<AnalyzerReference> analyzers, IEnumerable<string> warnings)
    {
        var random = new Random(Seed);
        var id = ProjectId.CreateNewId();
        var documents = Enumerable.Range(0, files).Select(index => Document(id, index, Source(index, files, random))).ToList();
        return new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Create(), "Generated", "Generated", LanguageNames.CSharp,
                filePath: "/generated/Generated.csproj",
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable,
                    specificDiagnosticOptions: warnings.Select(warning => KeyValuePair.Create(warning, ReportDiagnostic.Warn))),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                documents: documents,
                metadataReferences: Net100.References.All,
                analyzerReferences: analyzers))
            .GetProject(id)!;
    }

    private static DocumentInfo Document(ProjectId project, int index, string source)
    {
        var name = NameOf(index) + ".cs";
        var text = TextAndVersion.Create(SourceText.From(source, Encoding.UTF8), VersionStamp.Create());
        return DocumentInfo.Create(DocumentId.CreateNewId(project), name, loader: TextLoader.From(text), filePath: "/generated/" + name);
    }

    private static string NameOf(int index) => "Ledger" + index.ToString("D4", CultureInfo.InvariantCulture);

    private static string SpaceOf(int index) => "Generated.Area" + (index % Namespaces).ToString(CultureInfo.InvariantCulture);

    private static string Source(int index, int files, Random random)
    {
        var name = NameOf(index);
        var other = random.Next(files);
        var text = new StringBuilder(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;

            namespace {{SpaceOf(index)}};

            /// <summary>Keeps entries by name, and a total of them.</summary>
            public sealed class {{name}} : IDisposable
            {
                private readonly Dictionary<string, int> _entries = new(StringComparer.Ordinal);
                private readonly SemaphoreSlim _gate = new(1, 1);
                private readonly {{SpaceOf(other)}}.{{NameOf(other)}}? _next;
                private int _total;

                public {{name}}({{SpaceOf(other)}}.{{NameOf(other)}}? next = null) => _next = next;

                public event EventHandler<string>? Changed;

                public enum State { Empty, Open, Closed }

                public record Entry(string Name, int Amount, string? Note);

                public int Total => _total + (_next?.Total ?? 0);

                public State Current { get; private set; } = State.Empty;

                public void Dispose() => _gate.Dispose();

            """);
        for (var method = 0; method < MethodsOfClass; method++)
            text.Append('\n').Append(Method(method, random.Next(5), random)).Append('\n');
        return text.Append("}\n").ToString();
    }

    private static string Method(int number, int shape, Random random)
    {
        var size = random.Next(2, 90);
        return shape switch
        {
            0 => $$"""
                    public int Add{{number}}(string name, int amount)
                    {
                        if (amount < 0)
                            throw new ArgumentOutOfRangeException(nameof(amount));
                        _entries.TryGetValue(name, out var before);
                        _entries[name] = before + (amount * {{size}});
                        _total += amount;
                        Current = State.Open;
                        Changed?.Invoke(this, name);
                        return _entries[name];
                    }
                """,
            1 => $$"""
                    public async Task<int> SumAsync{{number}}(IEnumerable<Entry> entries, CancellationToken cancellation)
                    {
                        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
                        try
                        {
                            var sum = 0;
                            foreach (var entry in entries.Where(entry => entry.Amount > {{size}}))
                            {
                                cancellation.ThrowIfCancellationRequested();
                                sum += entry.Note is null ? entry.Amount : entry.Note.Length;
                            }

                            return sum;
                        }
                        finally
                        {
                            _gate.Release();
                        }
                    }
                """,
            2 => $$"""
                    public string Describe{{number}}(State state, int width) => state switch
                    {
                        State.Empty => "empty".PadLeft(width),
                        State.Open when _total > {{size}} => string.Create(CultureInfo.InvariantCulture, $"open: {_total:N0} of {Total}"),
                        State.Open => "open",
                        _ => _next?.ToString() ?? state.ToString(),
                    };

                    public string Count{{number}}() => _entries.Count.ToString(CultureInfo.InvariantCulture);
                """,
            3 => $$"""
                    public IReadOnlyList<Entry> Largest{{number}}(int count)
                    {
                        var found = new List<Entry>();
                        for (var i = 0; i < count && i < _entries.Count; i++)
                        {
                            var (name, amount) = _entries.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ElementAt(i);
                            if (amount > {{size}})
                                found.Add(new Entry(name, amount, amount > 100 ? "large" : null));
                        }

                        return found;
                    }
                """,
            _ => $$"""
                    public bool TryClose{{number}}(string? reason, out int remaining)
                    {
                        remaining = Total;
                        if (string.IsNullOrEmpty(reason) || remaining > {{size}})
                            return false;
                        lock (_entries)
                        {
                            foreach (var key in _entries.Keys.ToArray())
                                _entries[key] = Math.Min(_entries[key], Scale(key.Length));
                            Current = State.Closed;
                        }

                        remaining = 0;
                        return true;

                        static int Scale(int length) => length * {{size}};
                    }
                """,
        };
    }
}
