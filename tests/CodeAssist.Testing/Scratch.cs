namespace CodeAssist.Testing;

/// <summary>A scratch folder that is deleted at the end of its scope.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>The folder's full path.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("codeassist-test-").FullName;

    /// <summary>Writes a file and gives its full path; folders on the way are made.</summary>
    public string Write(string relativePath, string text)
    {
        var path = Path.Combine(Folder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
