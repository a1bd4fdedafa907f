using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>A comment in the place of code: <c>// ... rest unchanged</c>.</summary>
internal sealed class ElidedCode : IBan
{
    private static readonly Regex Elision = new(
        @"^\W*(\.\.\.|…)"
        + @"|(\.\.\.|…)\W*$"
        + @"|\b(existing|remaining|original|previous|other|rest\s+of(\s+the)?|unchanged|same|your)\s+(\w+\s+)?(code|logic|method|methods|body|implementation|statements?|lines|members?|function|class|cases?)\b"
        + @"|\b(code|method|body|logic|implementation|rest|remainder|everything else)\s+(remains?|stays?|is|are)\s+(the\s+)?(same|unchanged|as\s+before|omitted)\b"
        + @"|\b(omitted|truncated|elided|snipped?)\s+(for\s+brevity|here)\b"
        + @"|\bfor\s+brevity\b|\bas\s+before\b|\bno\s+changes?\s+(needed|here)\b"
        + @"|(其余|其他|其它|剩余|原有|原来的?|之前的?|现有)(的)?(代码|逻辑|部分|方法|实现|内容|语句)|(保持|维持)不变|(代码|此处|以下|内容)?省略|同上",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public string? Find(PolicySubject subject)
    {
        var before = Comments([subject.OldNode]).ToList();
        foreach (var comment in PolicySubject.Added(before, Comments(subject.NewNodes)))
        {
            if (IsElision(comment))
                return Messages.Get("ElidedCode", Describe.Source(comment));
        }

        return null;
    }

    /// <summary>Whether a comment stands for code that was left out.</summary>
    public static bool IsElision(string comment) => Elision.IsMatch(comment.Trim().TrimStart('/', '*').TrimEnd('/', '*').Trim());

    private static IEnumerable<string> Comments(IEnumerable<SyntaxNode> nodes) =>
        nodes.SelectMany(node => node.DescendantTrivia())
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(trivia => trivia.ToString().Trim());
}
