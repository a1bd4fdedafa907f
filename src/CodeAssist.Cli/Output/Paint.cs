namespace CodeAssist.Cli.Output;

/// <summary>Colours text by ANSI escape sequences, or leaves it as it is.</summary>
/// <param name="on">Whether to colour.</param>
internal sealed class Paint(bool on)
{
    public string Red(string text) => With("31", text);

    public string Green(string text) => With("32", text);

    public string Yellow(string text) => With("33", text);

    public string Cyan(string text) => With("36", text);

    public string Faint(string text) => With("2", text);

    public string Bold(string text) => With("1", text);

    private string With(string code, string text) => on && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
