namespace Currency;

public interface IRates
{
    Task<decimal> RateAsync(string currency);
}

public sealed class Exchange(IRates rates)
{
    /// <summary>An amount in another currency, after the fee.</summary>
    public async Task<decimal> ConvertAsync(decimal amount, string currency, Task<decimal> fee)
    {
        var net = amount - await fee;
        var rate = await rates.RateAsync(currency);
        return net * rate;
    }
}
