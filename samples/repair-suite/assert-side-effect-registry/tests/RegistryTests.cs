using Plugins;

public static class RegistryTests
{
    public static void An_unregistered_plugin_is_gone()
    {
        var registry = new Registry();
        registry.Register("spell");
        registry.Register("lint");
        registry.Unregister("spell");
        Check.That(!registry.IsRegistered("spell"));
        Check.That(registry.IsRegistered("lint"));
    }
}
