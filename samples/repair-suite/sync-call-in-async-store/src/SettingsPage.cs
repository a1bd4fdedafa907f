namespace Web;

public interface IStore
{
    string Read(string key);

    Task<string> ReadAsync(string key);

    Task WriteAsync(string key, string value);
}

public sealed class SettingsPage(IStore store)
{
    /// <summary>Appends a line to a setting.</summary>
    public async Task AppendAsync(string key, string line)
    {
        var value = store.Read(key);
        await store.WriteAsync(key, value + line + "\n");
    }
}
