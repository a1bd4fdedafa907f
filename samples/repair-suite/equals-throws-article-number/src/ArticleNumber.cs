namespace Warehouse;

public sealed class ArticleNumber(string text)
{
    private readonly string _text = text;

    public override bool Equals(object? obj)
    {
        var other = (ArticleNumber)obj!;
        return other._text == _text;
    }

    public override int GetHashCode() => _text.GetHashCode();
}
