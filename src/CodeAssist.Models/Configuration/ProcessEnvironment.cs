using System.Collections.Concurrent;

namespace CodeAssist.Models.Configuration;

/// <summary>The environment variables that a configuration is made of.</summary>
internal interface IProcessEnvironment
{
    /// <summary>A variable's value, or null where it is not set or empty.</summary>
    string? Get(string name);

    /// <summary>A variable's value, which is taken out of the environment: no child process will inherit it.</summary>
    string? Take(string name);
}

/// <summary>
/// The environment of this process. What was taken out of it is remembered, so that a configuration can be loaded
/// more than once.
/// </summary>
internal sealed class ProcessEnvironment : IProcessEnvironment
{
    private readonly ConcurrentDictionary<string, string> _taken = new(StringComparer.Ordinal);

    private ProcessEnvironment()
    {
    }

    public static ProcessEnvironment Instance { get; } = new();

    public string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public string? Take(string name)
    {
        if (Get(name) is { } value)
        {
            _taken[name] = value;
            Environment.SetEnvironmentVariable(name, null);
        }

        return _taken.GetValueOrDefault(name);
    }
}
