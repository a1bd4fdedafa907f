using Currency;

public static class ExchangeTests
{
    public static async Task An_amount_is_converted() =>
        Check.Equal(18m, await new Exchange(new Rates(Task.FromResult(2m))).ConvertAsync(10m, "USD", Task.FromResult(1m)));

    public static Task What_the_service_throws_reaches_the_caller_as_it_is() =>
        Check.ThrowsAsync<TimeoutException>(
            () => new Exchange(new Rates(Task.FromException<decimal>(new TimeoutException()))).ConvertAsync(10m, "USD", Task.FromResult(1m)));

    private sealed class Rates(Task<decimal> rate) : IRates
    {
        public Task<decimal> RateAsync(string currency) => rate;
    }
}
