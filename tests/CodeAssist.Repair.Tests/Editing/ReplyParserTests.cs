using System.Text;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Repair.Tests.Editing;

/// <summary>What models really send.</summary>
public class ReplyParserTests
{
    private const string Good = "int M(int a, string b)\n{\n    return a < 2 && b.Length > 0 ? M(a, \"a，b\") : 2;\n}";

    private static readonly Region Region = Region.Find(
        CSharpSyntaxTree.ParseText("class C { int M(int a, string b) { return a == a ? 1 : 2; } }").GetRoot(), new(40, 3))!;

    public static TheoryData<string, string> Readable => new()
    {
        { "a block alone", Fenced(Good) },
        { "prose around", "Sure! Here is `M`:\n\n" + Fenced(Good) + "\nThe comparison was with itself." },
        { "prose in Chinese", "修复如下（只改了比较）：\n\n" + Fenced(Good) + "\n说明：原来的比较，两边相同。" },
        { "a block of another language", "```json\n{ \"a\": 1 }\n```\n" + Fenced(Good) },
        { "a block that quotes a statement", "The cause:\n" + Fenced("return a == a;") + "Repaired:\n" + Fenced(Good) },
        { "the same block twice", Fenced(Good) + "\nOnce more:\n" + Fenced(Good) },
        { "a block without a language", "```\n" + Good + "\n```" },
        { "tildes", "~~~cs\n" + Good + "\n~~~" },
        { "no fence", Good },
        { "thinking before it", "<think>\nMaybe " + Fenced("int M(int a, string b) => 0;") + "\n</think>\n" + Fenced(Good) },
        { "thinking in the other tag", "<thinking>int M() => 1;</thinking>" + Good },
        { "wrapped in a class", Fenced("public class C\n{\n" + Good + "\n}") },
        { "wrapped in a file", Fenced("using System;\n\nnamespace N;\n\nclass C\n{\n" + Good + "\n}") },
        { "line numbers with a colon", Fenced(Numbered(": ")) },
        { "line numbers with a bar", Fenced(Numbered(" | ")) },
        { "HTML entities", Fenced(Good.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;")) },
        { "Windows line ends", Fenced(Good).Replace("\n", "\r\n") },
        { "the mark of the flagged line", Fenced(Good.Replace(": 2;", ": 2; // <== flagged")) },
        { "full-width punctuation", Fenced(Good.Replace(";", "；").Replace("M(a", "M（a").Replace("\") :", "\"） ：")) },
    };

    [Fact]
    public void A_shorter_fence_belongs_to_the_code()
    {
        const string member = "int M(int a, string b) => M(a, \"\"\"\n    ```\n    text\n    ```\n    \"\"\");";
        var parsed = ReplyParser.Parse("````csharp\n" + member + "\n````\n", Region);
        Assert.Equal(Tokens(SyntaxFactory.ParseMemberDeclaration(member)!), Tokens(parsed.Node!));
    }

    public static TheoryData<string, string> Unreadable => new()
    {
        { "nothing", "" },
        { "nothing but thinking", "<think>It compares a with a.</think>" },
        { "thinking that does not end", "<think>It compares a with a. " + Fenced(Good) },
        { "a block that does not end", "```csharp\n" + Good },
        { "two ways to do it", Fenced(Good) + "or\n" + Fenced(Good.Replace("< 2", "< 3")) },
        { "code left out", Fenced("int M(int a, string b)\n{\n    // ... existing code ...\n    return 2;\n}") },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void The_member_is_found_in(string what, string reply)
    {
        var parsed = ReplyParser.Parse(reply, Region);
        Assert.True(parsed.Node is not null, $"{what}: {parsed.Problem ?? parsed.Text}");
        Assert.Equal(Tokens(SyntaxFactory.ParseMemberDeclaration(Good)!), Tokens(parsed.Node));
        Assert.Empty(parsed.Helpers);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_reason_is_given_for(string what, string reply)
    {
        var parsed = ReplyParser.Parse(reply, Region);
        Assert.True(parsed is { Node: null, Problem.Length: > 0 }, what);
    }

    [Fact]
    public void The_usings_of_a_whole_file_come_with_it() =>
        Assert.Equal(["using System.Linq;"], ReplyParser.Parse(Fenced("using System.Linq;\nclass C\n{\n" + Good + "\n}"), Region).Usings.Select(directive => directive.ToString()));

    [Fact]
    public void Whatever_is_sent_nothing_is_thrown()
    {
        var random = new Random(20250917);
        string[] pieces =
        [
            .. Readable.Select(row => (string)row[1]), .. Unreadable.Select(row => (string)row[1]), Good, "```", "~~~", "```csharp\n", "\n```\n", "<think>", "</think>", "class C {", "}", "(((((", "&lt;", "&#x27;",
            "；", "＂", "\0", "\uD800", "\u202E", "\r", "\"\"\"", "$\"{", "/*", "#if X\n", "1: ", "using ", "// <== flagged",
        ];
        for (var round = 0; round < 1500; round++)
        {
            var reply = new StringBuilder();
            for (var count = random.Next(1, 5); count > 0; count--)
            {
                var piece = pieces[random.Next(pieces.Length)];
                reply.Append(random.Next(2) == 0 ? piece : piece[random.Next(piece.Length + 1)..]);
            }

            for (var count = random.Next(3); count > 0 && reply.Length > 0; count--)
                reply[random.Next(reply.Length)] = (char)random.Next(0x10000);
            var parsed = ReplyParser.Parse(reply.ToString(0, random.Next(reply.Length + 1)), Region);
            Assert.True(parsed.Problem is null || parsed.Node is null);
        }
    }

    private static string Fenced(string code) => "```csharp\n" + code + "\n```\n";

    private static string Numbered(string separator) => string.Join("\n", Good.Split('\n').Select((line, index) => (index + 11) + separator + line));

    private static IEnumerable<string> Tokens(SyntaxNode node) => node.DescendantTokens().Select(token => token.Text);
}
