using System.Text.Json;
using Orders.Domain;

namespace Orders.Storage;

/// <summary>Keeps orders as JSON, one file each, in a folder.</summary>
public sealed class OrderStore(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes an order's file, replacing an older one.</summary>
    public async Task SaveAsync(Order order, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        var saved = new SavedOrder(order.Number, order.CustomerId, order.PlacedOn, [.. order.Lines]);
        await using var stream = File.Create(PathOf(order.Number));
        await JsonSerializer.SerializeAsync(stream, saved, Json, cancellation);
    }

    /// <summary>Reads an order's file.</summary>
    public async Task<Order> LoadAsync(string number, CancellationToken cancellation = default)
    {
        try
        {
            await using var stream = File.OpenRead(PathOf(number));
            var saved = await JsonSerializer.DeserializeAsync<SavedOrder>(stream, Json, cancellation)
                ?? throw new JsonException("The file is empty.");
            return saved.ToOrder();
        }
        catch (Exception exception)
        {
            throw new StorageException("Order " + number + " cannot be read: " + exception.Message);
        }
    }

    /// <summary>An order's file as it is on disk.</summary>
    public Task<string> ReadTextAsync(string number, CancellationToken cancellation = default)
    {
        using var reader = new StreamReader(PathOf(number));
        return reader.ReadToEndAsync(cancellation);
    }

    /// <summary>Copies an order's file to another folder.</summary>
    public Task ArchiveAsync(string number, string archive, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(archive);
        using var source = File.OpenRead(PathOf(number));
        using var target = File.Create(Path.Combine(archive, number + ".json"));
        return source.CopyToAsync(target, cancellation);
    }

    /// <summary>The numbers of the orders that are kept, sorted.</summary>
    public IReadOnlyList<string> Numbers()
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private string PathOf(string number) => Path.Combine(folder, number + ".json");

    private sealed record SavedOrder(string Number, string CustomerId, DateOnly PlacedOn, List<OrderLine> Lines)
    {
        public Order ToOrder()
        {
            var order = new Order(Number, CustomerId, PlacedOn);
            foreach (var line in Lines)
                order.Add(line);
            return order;
        }
    }
}
