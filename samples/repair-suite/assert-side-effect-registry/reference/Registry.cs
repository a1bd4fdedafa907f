using System.Diagnostics;

namespace Plugins;

public sealed class Registry
{
    private readonly HashSet<string> _plugins = [];

    public void Register(string plugin) => _plugins.Add(plugin);

    public bool IsRegistered(string plugin) => _plugins.Contains(plugin);

    public void Unregister(string plugin)
    {
        bool removed = _plugins.Remove(plugin);
        Debug.Assert(removed, "It was not registered.");
    }
}
