namespace Localisation;

public sealed class Translations
{
    private readonly Dictionary<string, string> _texts = [];

    public void Add(string key, string text) => _texts[key] = text;

    /// <summary>The translation of a key; the key itself where there is none.</summary>
    public string Of(string key)
    {
        return _texts.GetValueOrDefault(key) ?? key;
    }
}
