using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CodeAssist.Models.Configuration;

/// <summary>An object of a settings file with the keys it may have: a value of the wrong kind, or a key nobody knows, is told with file and line.</summary>
internal sealed class SettingsObject
{
    // A settings file is written by hand.
    private const int MaximumBytes = 1024 * 1024;

    private readonly string _file;
    private readonly string _path;
    private readonly JsonSetting _value;

    private SettingsObject(string file, string path, JsonSetting value)
    {
        _file = file;
        _path = path;
        _value = value;
        if (value.Kind != JsonValueKind.Object)
            throw At(value.Line, path.Length == 0 ? Messages.Get("NotAnObject") : Messages.Get("WrongType", path, Messages.Get("TypeObject")));
        RejectRepeated();
    }

    /// <summary>The names of the members.</summary>
    public IEnumerable<string> Names => _value.Members.Select(member => member.Name);

    /// <summary>Reads a file; null where there is none.</summary>
    /// <exception cref="ConfigurationException">The file cannot be read or is no JSON object.</exception>
    public static SettingsObject? Read(string file)
    {
        try
        {
            if (!File.Exists(file))
                return null;
            if (new FileInfo(file).Length > MaximumBytes)
                throw new ConfigurationException(Messages.Get("FileTooLong", file));
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
            if (bytes.StartsWith(Encoding.UTF8.Preamble))
                bytes = bytes[Encoding.UTF8.Preamble.Length..];
            return Parse(bytes, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new ConfigurationException(Messages.Get("FileUnreadable", file, exception.Message.ToOneLine()));
        }
    }

    /// <summary>Reads a text that is a file's or will be.</summary>
    /// <exception cref="ConfigurationException">The text is no JSON object.</exception>
    public static SettingsObject Parse(ReadOnlySpan<byte> json, string file)
    {
        try
        {
            return new SettingsObject(file, string.Empty, JsonSetting.Parse(json));
        }
        catch (JsonException exception)
        {
            // The runtime's message ends with the position, which ours begins with.
            var problem = exception.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0].ToOneLine();
            throw new ConfigurationException(
                Messages.Get("AtLine", file, (exception.LineNumber ?? 0) + 1, Messages.Get("NotJson", problem)));
        }
    }

    /// <summary>Refuses members that are not among the known ones.</summary>
    public SettingsObject Knowing(ImmutableArray<string> known)
    {
        foreach (var member in _value.Members)
        {
            if (known.Contains(member.Name))
                continue;
            throw At(member.Line, NearestName.Of(member.Name, known) is { } nearest
                ? Messages.Get("UnknownKeyNear", PathOf(member.Name), nearest)
                : Messages.Get("UnknownKey", PathOf(member.Name), string.Join(", ", known)));
        }

        return this;
    }

    /// <summary>A string that is not empty, or null where the key is missing.</summary>
    public string? String(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value.Kind != JsonValueKind.String)
            throw WrongType(key, value, "TypeString");
        return value.Text.Trim().Length > 0 ? value.Text : throw At(value.Line, Messages.Get("EmptyValue", PathOf(key)));
    }

    /// <summary>A string that is not empty.</summary>
    public string RequiredString(string key) => String(key) ?? throw At(_value.Line, Messages.Get("MissingKey", _path, key));

    /// <summary>A truth value, or null where the key is missing.</summary>
    public bool? Boolean(string key) => Find(key) switch
    {
        null => null,
        { Kind: JsonValueKind.True } => true,
        { Kind: JsonValueKind.False } => false,
        var value => throw WrongType(key, value, "TypeBoolean"),
    };

    /// <summary>A truth value or a string that is not empty; both null where the key is missing.</summary>
    public (bool? Truth, string? Text) BooleanOrString(string key) => Find(key) switch
    {
        null => (null, null),
        { Kind: JsonValueKind.True } => (true, null),
        { Kind: JsonValueKind.False } => (false, null),
        { Kind: JsonValueKind.String } => (null, String(key)),
        var value => throw WrongType(key, value, "TypeBooleanOrString"),
    };

    /// <summary>A whole number within limits, or null where the key is missing.</summary>
    public int? Integer(string key, int least, int most)
    {
        if (Find(key) is not { } value)
            return null;
        return value.Kind == JsonValueKind.Number
            && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number && number >= least && number <= most
                ? (int)number
                : throw At(value.Line, Messages.Get("WrongNumber", PathOf(key), least, most));
    }

    /// <summary>A number that is not negative, or null where the key is missing.</summary>
    public decimal? Decimal(string key)
    {
        if (Find(key) is not { } value)
            return null;
        return value.Kind == JsonValueKind.Number
            && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
                ? number
                : throw WrongType(key, value, "TypeNumber");
    }

    /// <summary>A list of strings; empty where the key is missing.</summary>
    public ImmutableArray<string> Strings(string key)
    {
        if (Find(key) is not { } value)
            return [];
        if (value.Kind != JsonValueKind.Array)
            throw WrongType(key, value, "TypeStrings");
        return [.. value.Items.Select(item => item is { Kind: JsonValueKind.String, Text.Length: > 0 } ? item.Text : throw At(item.Line, Messages.Get("WrongType", PathOf(key), Messages.Get("TypeStrings"))))];
    }

    /// <summary>An object, or null where the key is missing.</summary>
    public SettingsObject? Object(string key) => Find(key) is { } value ? new SettingsObject(_file, PathOf(key), value) : null;

    /// <summary>A fault of one member.</summary>
    public ConfigurationException Fault(string key, string problem) => At(Find(key)?.Line ?? _value.Line, problem);

    /// <summary>The member's name with those of the objects around it, such as <c>profiles.qwen.endpoint</c>.</summary>
    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private JsonSetting? Find(string key) => _value.Members.FirstOrDefault(member => member.Name == key)?.Value;

    private void RejectRepeated()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in _value.Members)
        {
            if (!seen.Add(member.Name))
                throw At(member.Line, Messages.Get("RepeatedKey", PathOf(member.Name)));
        }
    }

    private ConfigurationException WrongType(string key, JsonSetting value, string type) =>
        At(value.Line, Messages.Get("WrongType", PathOf(key), Messages.Get(type)));

    private ConfigurationException At(int line, string problem) => new(Messages.Get("AtLine", _file, line, problem));
}
