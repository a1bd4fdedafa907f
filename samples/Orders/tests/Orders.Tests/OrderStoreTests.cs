using Orders.Domain;
using Orders.Storage;

namespace Orders.Tests;

public sealed class OrderStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orders-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_saved_is_loaded()
    {
        var store = new OrderStore(_folder.FullName);
        var line = new OrderLine("PEN", 2, 1.50m);
        await store.SaveAsync(Samples.Order(line));

        Assert.Equal(["A-1"], store.Numbers());
        Assert.Equal([line], (await store.LoadAsync("A-1")).Lines);
    }

    [Fact]
    public async Task A_missing_order_is_named()
    {
        var exception = await Assert.ThrowsAsync<StorageException>(() => new OrderStore(_folder.FullName).LoadAsync("A-9"));

        Assert.Contains("A-9", exception.Message);
    }
}
