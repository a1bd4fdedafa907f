namespace Search;

public sealed class SearchRequest(string? query)
{
    private readonly string? _query = query;

    public static IReadOnlyList<string> Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many words are sought; none where there is no query.</summary>
    public int CountWords()
    {
        return Words(_query ?? "").Count;
    }
}
