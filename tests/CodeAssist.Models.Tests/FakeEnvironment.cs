using CodeAssist.Models.Configuration;

namespace CodeAssist.Models.Tests;

internal sealed class FakeEnvironment : IProcessEnvironment
{
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _taken = [];

    public IEnumerable<string> Names => _variables.Keys;

    public string this[string name]
    {
        set => _variables[name] = value;
    }

    public string? Get(string name) => _variables.GetValueOrDefault(name);

    public string? Take(string name)
    {
        if (_variables.Remove(name, out var value))
            _taken[name] = value;
        return _taken.GetValueOrDefault(name);
    }
}
