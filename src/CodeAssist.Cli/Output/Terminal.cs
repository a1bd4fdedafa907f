using System.Text;
using Spectre.Console;

namespace CodeAssist.Cli.Output;

/// <summary>Where a command writes: results on one writer, messages on the other; colours where a person looks.</summary>
internal sealed class Terminal
{
    private readonly TextWriter _error;
    private readonly Paint _errorPaint;

    private readonly TextReader? _input;

    public Terminal(TextReader? input, TextWriter output, TextWriter error, IAnsiConsole? prompts = null)
    {
        _input = input;
        Prompts = prompts ?? PromptsOf(input, error);
        Output = output;
        _error = error;
        Paint = new Paint(HasColours(output));
        _errorPaint = new Paint(HasColours(error));
        Progress = new AnsiConsoleOutput(error).IsTerminal ? new ProgressView(error) : new ProgressView(null);
    }

    /// <summary>Where a client's messages come from: UTF-8, whatever the console's encoding is.</summary>
    public TextReader Input => _input ?? new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Where everything else goes.</summary>
    public TextWriter ErrorWriter => _error;

    /// <summary>How results are coloured.</summary>
    public Paint Paint { get; }

    /// <summary>Shows how far long work is.</summary>
    public ProgressView Progress { get; }

    /// <summary>Shows a page in Markdown: laid out where a person looks, as it is for anything else.</summary>
    public void Page(string markdown)
    {
        if (new AnsiConsoleOutput(Output) is not { IsTerminal: true } target)
        {
            Output.Write(markdown);
            return;
        }

        MarkdownView.Write(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = target, ColorSystem = HasColours(Output) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors }), markdown);
    }

    /// <summary>Where questions are asked; null where nobody is there to answer.</summary>
    public IAnsiConsole? Prompts { get; }

    /// <summary>Says why the command cannot go on.</summary>
    public void Error(string message) => _error.WriteLine(_errorPaint.Red(Texts.Get("ErrorLabel")) + Texts.OneLine(message));

    /// <summary>Says something that the user should know and that stops nothing.</summary>
    public void Note(string message) => _error.WriteLine(_errorPaint.Cyan(Texts.Get("NoteLabel")) + Texts.OneLine(message));

    // Questions go to the error stream: the output may be on its way into a file.
    private static IAnsiConsole? PromptsOf(TextReader? input, TextWriter error)
    {
        var target = new AnsiConsoleOutput(error);
        return input is null && target.IsTerminal && !Console.IsInputRedirected ? AnsiConsole.Create(new AnsiConsoleSettings { Out = target }) : null;
    }

    // https://no-color.org: set to anything but the empty string, it switches colours off.
    private static bool HasColours(TextWriter writer) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && new AnsiConsoleOutput(writer) is { IsTerminal: true } target
        && AnsiConsole.Create(new AnsiConsoleSettings { Out = target }).Profile.Capabilities.Ansi;
}
