using System.Text;
using System.Text.Json.Nodes;

namespace CodeAssist.Models.Configuration;

/// <summary>Changes the user's <c>config.json</c>: a file for the user alone, written whole or not at all, with everything else in it as it was.</summary>
public sealed class UserFileEditor
{
    private static readonly UnixFileMode ForUserAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly IProcessEnvironment _environment;
    private readonly JsonTextEditor _text;

    private UserFileEditor(string path, ReadOnlySpan<byte> json, IProcessEnvironment environment)
    {
        Path = path;
        _text = new JsonTextEditor(json);
        _environment = environment;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Opens the user's file, which need not exist.</summary>
    /// <exception cref="ConfigurationException">The user has no folder for it, or the file has a fault.</exception>
    public static UserFileEditor Open() =>
        Open(ConfigurationPaths.User(ProcessEnvironment.Instance) ?? throw new ConfigurationException(Messages.Get("NoHome")), ProcessEnvironment.Instance);

    internal static UserFileEditor Open(string path, IProcessEnvironment environment)
    {
        // A file that others would refuse is not ours to mend: its faults are told first.
        UserFile.Read(path, environment);
        var json = File.Exists(path) ? File.ReadAllBytes(path).AsSpan() : "{}\n"u8;
        return new UserFileEditor(path, json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json, environment);
    }

    /// <summary>Whether there is a profile of this name.</summary>
    public bool HasProfile(string name) => _text.Has("profiles", name);

    /// <summary>Whether the file has a key.</summary>
    public bool Has(string key) => _text.Has(key);

    /// <summary>Adds or replaces a profile.</summary>
    /// <returns>The profile as it will be read.</returns>
    /// <exception cref="ConfigurationException">It would not be a valid one.</exception>
    public ModelProfile SetProfile(string name, JsonObject profile)
    {
        _text.Set(profile, "profiles", name);
        return UserFile.Parse(_text.Text, Path, _environment).Profiles.Single(read => read.Name == name);
    }

    /// <summary>Gives a key of a profile a value.</summary>
    public void SetInProfile(string name, string key, JsonNode value) => _text.Set(value, "profiles", name, key);

    /// <summary>Takes a profile out; false where there is none. A default that it was is taken out with it.</summary>
    public bool RemoveProfile(string name)
    {
        var wasDefault = UserFile.Parse(_text.Text, Path, _environment).DefaultProfile == name;
        if (!_text.Remove("profiles", name))
            return false;
        if (wasDefault)
            _text.Remove("defaultProfile");
        return true;
    }

    /// <summary>Gives a key of the file a value.</summary>
    public void Set(string key, JsonNode value) => _text.Set(value, key);

    /// <summary>Writes the file. What could not be read again is not written.</summary>
    /// <exception cref="ConfigurationException">The file cannot be written, or would have a fault.</exception>
    public void Save()
    {
        UserFile.Parse(_text.Text, Path, _environment);
        string? scratch = null;
        try
        {
            // A link, as people have it who keep their settings in a repository of their own, stays a link.
            var target = File.Exists(Path) ? File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? Path : Path;
            var folder = System.IO.Path.GetDirectoryName(target)!;
            CreateFolder(folder);
            scratch = System.IO.Path.Combine(folder, $".config.{Guid.NewGuid():N}.tmp");
            using (var stream = new FileStream(scratch, Options()))
            {
                stream.Write(_text.Text);
                stream.Flush(flushToDisk: true);
            }

            File.Move(scratch, target, overwrite: true);
            scratch = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(Messages.Get("FileUnwritable", Path, exception.Message.ToOneLine()));
        }
        finally
        {
            Delete(scratch);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = ForUserAlone;
        return options;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, ForUserAlone | UnixFileMode.UserExecute);
    }

    private static void Delete(string? scratch)
    {
        if (scratch is null)
            return;
        try
        {
            File.Delete(scratch);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why the file was not written is on its way to the user; the scratch file beside it is the lesser harm.
        }
    }
}
