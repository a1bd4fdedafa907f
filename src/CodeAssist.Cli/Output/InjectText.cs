using System.Globalization;
using CodeAssist.Eval.Projects;

namespace CodeAssist.Cli.Output;

/// <summary>The result of <c>inject</c> for people.</summary>
internal static class InjectText
{
    public static void Write(TextWriter output, string folder, TestedSolution solution, InjectResult result)
    {
        var failing = solution.Tests.SelectMany(tests => tests.Unusable).ToList();
        output.WriteLine(Texts.Get("InjectTests", solution.Tests.Sum(tests => tests.Methods.Count)));
        if (failing.Count > 0)
            output.WriteLine(Texts.Get("InjectTestsFailing", failing.Count, failing[0]));
        TextTable.Write(
            output,
            [Texts.Get("InjectOperator"), Texts.Get("InjectTried"), Texts.Get("InjectCompiled"), Texts.Get("InjectKilled"), Texts.Get("InjectKept")],
            result.Operators.Select(pair => Row(pair.Key, pair.Value)).Append(Row(Texts.Get("InjectAll"), result.All)));
        if (result.All.Hung > 0)
            output.WriteLine(Texts.Get("InjectHung", result.All.Hung));
        if (result.All.TurnedDown > 0)
            output.WriteLine(Texts.Get("InjectTurnedDown", result.All.TurnedDown));
        if (result.TimeUp)
            output.WriteLine(Texts.Get("InjectTimeUp"));
        output.WriteLine(result.Cases.IsEmpty ? Texts.Get("InjectNothing") : Texts.Get("InjectWritten", result.Cases.Length, folder));
    }

    private static string[] Row(string name, OperatorCount count) =>
        [name, .. new[] { count.Tried, count.Compiled, count.Killed, count.Kept }.Select(number => number.ToString(CultureInfo.CurrentCulture))];
}
