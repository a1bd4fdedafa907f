namespace CodeAssist.Models.Configuration;

/// <summary>Where a profile's key comes from. The key itself is read only to be sent, and never printed.</summary>
public sealed class ApiKey
{
    private readonly Func<string?> _read;

    private ApiKey(string source, Func<string?> read, bool isRenewable = false)
    {
        Source = source;
        _read = read;
        IsRenewable = isRenewable;
    }

    /// <summary>No key: what servers on the own machine want.</summary>
    public static ApiKey None { get; } = new(string.Empty, static () => null);

    /// <summary>Where the key comes from, for messages: a variable, a file or a command; empty where there is no key.</summary>
    public string Source { get; }

    /// <summary>Whether the key can be had now; the reason in one line where it cannot. A program that prints it is run.</summary>
    public string? Problem()
    {
        try
        {
            Read();
            return null;
        }
        catch (ConfigurationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Whether reading again may give another key: a file and a program may, what was taken out of the environment may not.</summary>
    internal bool IsRenewable { get; }

    /// <summary>The source, never the key.</summary>
    public override string ToString() => Source;

    /// <summary>A key that was taken out of an environment variable.</summary>
    /// <param name="variable">The variable's name.</param>
    /// <param name="value">What it held; null where it was not set, which is an error only when the key is needed.</param>
    internal static ApiKey FromVariable(string variable, string? value) =>
        new(variable, () => value ?? throw new ConfigurationException(Messages.Get("KeyVariableUnset", variable)));

    /// <summary>A key that stands alone in a file.</summary>
    internal static ApiKey FromFile(string path) => new(path, () => KeyFile.Read(path), isRenewable: true);

    /// <summary>A key that a program prints.</summary>
    internal static ApiKey FromCommand(IReadOnlyList<string> command) => new(command[0], () => KeyCommand.Run(command), isRenewable: true);

    /// <summary>The key, or null where there is none.</summary>
    /// <exception cref="ConfigurationException">The key cannot be had.</exception>
    internal string? Read()
    {
        var key = _read();
        if (key is not null && key.Any(character => char.IsControl(character) || character > 126))
            throw new ConfigurationException(Messages.Get("KeyUnsendable", Source));
        return key;
    }
}
