using System.Text;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Repairing;

/// <summary>Writes edits as a patch that <c>git apply</c> accepts.</summary>
internal static class PatchFile
{
    /// <summary>
    /// Writes the patch. Each file's part is in the file's own bytes: git compares bytes, and a byte order mark is part
    /// of the first line.
    /// </summary>
    /// <param name="path">Where the patch goes.</param>
    /// <param name="files">The edited files.</param>
    /// <param name="folder">The folder of the input: paths are relative to the git repository around it, else to it.</param>
    /// <param name="note">Told of files that a patch cannot describe.</param>
    public static void Write(string path, IEnumerable<EditedFile> files, string folder, Action<string> note)
    {
        var root = RepositoryRoot.Of(folder) ?? folder;
        try
        {
            var patch = new MemoryStream();
            foreach (var file in files)
            {
                var relative = Path.GetRelativePath(root, file.Path);
                var bytes = FileText.Read(file.Path);
                if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative))
                    note(Texts.Get("OutsidePatch", file.Path, root));
                else if (bytes.Encoding is not UTF8Encoding)
                    note(Texts.Get("BinaryForGit", file.Path));
                else
                    patch.Write(Part(relative.Replace('\\', '/'), file, bytes));
            }

            File.WriteAllBytes(path, patch.ToArray());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ToolException.Usage("CannotWrite", path, exception.Message);
        }
    }

    private static byte[] Part(string relative, EditedFile file, FileText bytes)
    {
        var text = new StringBuilder();
        text.Append("--- ").Append(Name("a/" + relative)).Append('\n');
        text.Append("+++ ").Append(Name("b/" + relative)).Append('\n');
        var mark = bytes.Preamble.Length > 0 ? "\uFEFF" : string.Empty;
        foreach (var line in UnifiedDiff.Hunks(Marked(mark, file.Original), Marked(mark, file.Current)))
            text.Append(line).Append('\n');
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text.ToString());
    }

    private static Microsoft.CodeAnalysis.Text.SourceText Marked(string mark, Microsoft.CodeAnalysis.Text.SourceText text) =>
        mark.Length == 0 ? text : Microsoft.CodeAnalysis.Text.SourceText.From(mark + text);

    // As git writes names: quoted where a character would break the line, ended by a tab where a space would end them.
    private static string Name(string name)
    {
        if (name.Any(character => char.IsControl(character) || character is '"' or '\\'))
        {
            return "\"" + string.Concat(name.Select(character => character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(character) => "\\" + Convert.ToString(character, 8).PadLeft(3, '0'),
                _ => character.ToString(),
            })) + "\"";
        }

        return name.Contains(' ') ? name + "\t" : name;
    }
}
