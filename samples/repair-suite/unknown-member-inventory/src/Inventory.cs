namespace Warehouse;

public sealed class Inventory
{
    private readonly Dictionary<string, int> _pieces = [];

    public void Add(string article, int pieces)
    {
        if (_pieces.ContainKey(article))
            _pieces[article] += pieces;
        else
            _pieces[article] = pieces;
    }

    public int this[string article] => _pieces.GetValueOrDefault(article);
}
