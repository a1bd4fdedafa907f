namespace CodeAssist.Cli.Output;

/// <summary>A prompt as it would leave the machine, then what it costs and which files are in it.</summary>
internal static class PromptText
{
    public static void Write(TextWriter writer, Paint paint, PromptPreview prompt, int budget)
    {
        foreach (var message in prompt.Messages)
        {
            writer.WriteLine(paint.Cyan($"--- {message.Role.ToString().ToLowerInvariant()}"));
            writer.WriteLine(VisibleText.Of(message.Text));
        }

        writer.WriteLine(paint.Cyan("---"));
        if (prompt.Problem is { } problem)
            writer.WriteLine(paint.Yellow(Texts.Get("NothingSent")) + " " + VisibleText.Of(problem));
        writer.WriteLine(Texts.Get("PromptTokens", prompt.EstimatedTokens, budget));
        writer.WriteLine(Texts.Get("PromptRedactions", prompt.Redactions.Length));
        foreach (var secret in prompt.Redactions)
            writer.WriteLine($"  {secret.Placeholder}  {secret.Family}");
        writer.WriteLine(Texts.Get("PromptFiles", string.Join(", ", prompt.Files.Select(Paths.Display))));
    }
}
