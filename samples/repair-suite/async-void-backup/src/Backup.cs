namespace Archive;

public interface IVault
{
    Task StoreAsync(string file);
}

public sealed class Backup(IVault vault)
{
    public int Stored { get; private set; }

    /// <summary>Stores the files one after the other.</summary>
    public async void Run(IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            await vault.StoreAsync(file);
            Stored++;
        }
    }
}
