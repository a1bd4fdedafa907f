namespace Network;

public sealed record Route(string Prefix, string Hop);

public sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public void Add(string prefix, string hop) => _routes.Add(new Route(prefix, hop));

    /// <summary>The hop of the first route whose prefix fits, or null.</summary>
    public string? Find(string address)
    {
        foreach (var route in _routes)
        {
            if (address.StartsWith(route.Prefix, StringComparison.Ordinal))
                return route.Hop;
            else
                return null;
        }

        return null;
    }
}
