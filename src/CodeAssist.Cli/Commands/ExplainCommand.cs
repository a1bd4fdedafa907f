using System.CommandLine;
using System.Globalization;
using CodeAssist.Cli.Explaining;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist explain</c>: a rule's page in the terminal.</summary>
internal sealed class ExplainCommand : Command
{
    // More guesses than this are no help to somebody who mistyped an ID.
    private const int MostGuesses = 3;

    private readonly Terminal _terminal;
    private readonly Argument<string?> _id = new("ID") { Description = Texts.Get("ExplainIdHelp"), Arity = ArgumentArity.ZeroOrOne };

    public ExplainCommand(Terminal terminal)
        : base("explain", Texts.Get("ExplainHelp"))
    {
        _terminal = terminal;
        Add(_id);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        if (arguments.GetValue(_id) is { } id)
            _terminal.Page(Page(id.Trim()));
        else
            List();
        return ExitCode.Done;
    }

    private static string Page(string asked)
    {
        if (RulePage.Find(asked) is { } rule)
            return ChinesePage.IsWanted ? ChinesePage.Of(rule.Id, rule.Page) : rule.Page.Text;
        if (ForeignPage.Of(asked) is { } foreign)
            return foreign;
        var guesses = NearestName.Few(asked, [.. RulePage.Ids, .. RulePage.Ids.Select(OwnAnalyzers.NameOf).OfType<string>(), .. ForeignPage.Ids], MostGuesses);
        throw guesses.Count == 0
            ? ToolException.Usage("UnknownRule", asked)
            : ToolException.Usage("UnknownRuleNear", asked, string.Join(", ", guesses));
    }

    private void List()
    {
        var rules = OwnAnalyzers.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var width = rules.Max(rule => OwnAnalyzers.NameOf(rule.Id)!.Length);
        foreach (var rule in rules)
            _terminal.Output.WriteLine($"{_terminal.Paint.Bold(rule.Id)}  {OwnAnalyzers.NameOf(rule.Id)!.PadRight(width)}  {rule.Title.ToString(CultureInfo.CurrentUICulture)}");
    }
}
