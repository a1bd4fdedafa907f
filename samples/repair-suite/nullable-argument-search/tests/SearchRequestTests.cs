using Search;

public static class SearchRequestTests
{
    public static void No_query_has_no_words() => Check.Equal(0, new SearchRequest(null).CountWords());

    public static void Words_are_counted() => Check.Equal(2, new SearchRequest("red  shoes").CountWords());
}
