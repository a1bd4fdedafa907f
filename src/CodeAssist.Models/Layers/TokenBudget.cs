using CodeAssist.Models.Endpoints;

namespace CodeAssist.Models.Layers;

/// <summary>
/// How many tokens may still be used, by one fix and in all. What a request may use at most is set aside before it is
/// sent, so that several at once do not go beyond the budget together.
/// </summary>
/// <param name="perFix">What all requests for one fix may use together.</param>
/// <param name="perSession">What all requests may use together; null for no limit.</param>
internal sealed class TokenBudget(long perFix, long? perSession)
{
    // Fixes that are worked on at the same time are few; of those that are over, nobody asks.
    private const int MostFixes = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _fixes = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private long _session;

    /// <summary>Sets tokens aside; gives the fault where there are not enough.</summary>
    /// <param name="fix">Names the fix.</param>
    /// <param name="tokens">What the request may use at most.</param>
    /// <param name="faults">Makes the fault.</param>
    public EndpointException? Reserve(string fix, long tokens, EndpointFaults faults)
    {
        lock (_gate)
        {
            if (_session + tokens > perSession)
                return faults.SessionSpent(perSession.Value);
            var used = _fixes.GetValueOrDefault(fix);
            if (used + tokens > perFix)
                return faults.FixSpent(perFix);
            Remember(fix);
            _fixes[fix] = used + tokens;
            _session += tokens;
            return null;
        }
    }

    /// <summary>Puts back what was set aside and not used.</summary>
    public void Settle(string fix, long reserved, long used)
    {
        lock (_gate)
        {
            _session += used - reserved;
            if (_fixes.TryGetValue(fix, out var sum))
                _fixes[fix] = sum + used - reserved;
        }
    }

    private void Remember(string fix)
    {
        if (_fixes.ContainsKey(fix))
            return;
        _order.Enqueue(fix);
        if (_order.Count > MostFixes)
            _fixes.Remove(_order.Dequeue());
    }
}
