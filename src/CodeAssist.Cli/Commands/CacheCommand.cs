using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CodeAssist.Cli.Caching;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist cache</c>: what is kept of accepted edits.</summary>
internal sealed class CacheCommand : Command
{
    private readonly Terminal _terminal;

    public CacheCommand(Terminal terminal)
        : base("cache", Texts.Get("CacheHelp"))
    {
        _terminal = terminal;
        Add(Part("stats", "CacheStatsHelp", folder => folder.Measure(), "CacheHolds"));
        Add(Part("clear", "CacheClearHelp", folder => folder.Clear(), "CacheCleared"));
    }

    private Command Part(string name, string help, Func<ReplyFolder, CacheContent> work, string text)
    {
        var format = CommonOptions.Format();
        var part = new Command(name, Texts.Get(help)) { format };
        part.SetAction(arguments =>
        {
            var content = Do(work);
            _terminal.Output.WriteLine(arguments.GetValue(format) == "json"
                ? JsonSerializer.Serialize(content, Json.Indented)
                : Line(text, content));
            return ExitCode.Done;
        });
        return part;
    }

    /// <summary>The cache in one line.</summary>
    public static string Line(string text, CacheContent content) =>
        Texts.Get(text, Texts.Count("CacheEntries", content.Entries), content.Bytes.ToString("N0", CultureInfo.CurrentCulture), Paths.Display(content.Folder));

    private static CacheContent Do(Func<ReplyFolder, CacheContent> work)
    {
        try
        {
            return work(ReplyFolder.OfUser());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Usage("CacheUnusable", Texts.OneLine(exception.Message));
        }
    }
}
