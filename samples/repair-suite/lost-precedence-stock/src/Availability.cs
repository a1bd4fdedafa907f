namespace Warehouse;

public sealed class Availability
{
    private readonly Dictionary<string, int> _onHand = [];

    public void Count(string article, int pieces) => _onHand[article] = pieces;

    private int? OnHand(string article) => _onHand.TryGetValue(article, out var pieces) ? pieces : null;

    /// <summary>What can be sold: what is on hand and what is on its way.</summary>
    public int Of(string article, int onItsWay) => OnHand(article) ?? 0 + onItsWay;
}
