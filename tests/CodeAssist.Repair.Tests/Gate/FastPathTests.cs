using CodeAssist.Repair.Gate;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Tests.Gate;

/// <summary>The fast path binds one body; it must say what compiling the project says.</summary>
public class FastPathTests
{
    private const string Source =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        public partial class Store
        {
            private readonly Dictionary<string, int> _stock = new();
            private int _reads;
            private int _limit;
            private string? _last;
            private event EventHandler? Changed;

            public Store(int limit) { _limit = limit; _last = null; }

            public int Limit { get => _limit; set { if (value < 0) throw new ArgumentOutOfRangeException(nameof(value)); _limit = value; } }

            public int Count(string name)
            {
                _reads++;
                if (!_stock.TryGetValue(name, out var count))
                    return 0;
                _last = name;
                return count;
            }

            public void Add(string name, int amount)
            {
                int total;
                if (amount > _limit) total = _limit;
                else total = amount;
                _stock[name] = Count(name) + total;
                Changed?.Invoke(this, EventArgs.Empty);
            }

            public IEnumerable<string> Names()
            {
                foreach (var pair in _stock.Where(pair => pair.Value > 0))
                    yield return pair.Key;
            }

            public async Task<int> SumAsync()
            {
                await Task.Yield();
                int sum = 0;
                for (var i = 0; i < _limit; i++) sum += Local(i);
                return sum + (_last?.Length ?? 0);
                static int Local(int n) => n * 2;
            }
        }

        public partial class Store
        {
            public override string ToString() => $"{_reads} {_last!.Length} {Limit:N0}";
        }
        """;

    [Fact]
    public async Task Mutated_bodies_get_the_same_verdict_on_both_paths()
    {
        var document = RepairVerifier.Document(Source);
        var root = (await document.GetSyntaxRootAsync())!;
        var text = await document.GetTextAsync();
        var tokens = root.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        var random = new Random(20261123);
        var fast = new RepairGate();
        var full = new RepairGate { WholeProjects = true };
        int accepted = 0, rejected = 0;
        for (var i = 0; i < 250; i++)
        {
            var edited = Mutate(text, tokens, random);
            var edit = new CandidateEdit(document, edited);
            var one = await fast.JudgeAsync(edit, CancellationToken.None);
            var other = await full.JudgeAsync(edit, CancellationToken.None);
            Assert.True(
                one.Accepted == other.Accepted && one.Failure?.Name == other.Failure?.Name,
                $"{one.Failure} / {other.Failure}\n{string.Join("\n", edited.GetTextChanges(text))}");
            _ = one.Accepted ? accepted++ : rejected++;
        }

        Assert.True(accepted > 5 && rejected > 50, $"{accepted} accepted, {rejected} rejected: the mutations test nothing");
    }

    private static SourceText Mutate(SourceText text, List<SyntaxToken> tokens, Random random)
    {
        var one = tokens[random.Next(tokens.Count)];
        var other = tokens[random.Next(tokens.Count)];
        var change = random.Next(4) switch
        {
            0 => new TextChange(one.Span, string.Empty),
            1 => new TextChange(one.Span, one.Text + " " + one.Text),
            2 => new TextChange(one.Span, Alternative(one, other)),
            _ => new TextChange(one.Span, other.Text),
        };
        return text.WithChanges(change);
    }

    private static string Alternative(SyntaxToken token, SyntaxToken other) => token.Kind() switch
    {
        SyntaxKind.LessThanToken => "<=",
        SyntaxKind.GreaterThanToken => ">=",
        SyntaxKind.PlusToken => "-",
        SyntaxKind.NumericLiteralToken => "7",
        SyntaxKind.IdentifierToken when other.IsKind(SyntaxKind.IdentifierToken) => other.Text,
        SyntaxKind.EqualsToken => "+=",
        _ => "return",
    };
}
