using Warehouse;

public static class ArticleNumberTests
{
    public static void A_text_is_no_number() => Check.That(!new ArticleNumber("A-1").Equals("A-1"));

    public static void Nothing_is_no_number() => Check.That(!new ArticleNumber("A-1").Equals(null));

    public static void The_same_number_is_equal() => Check.That(new ArticleNumber("A-1").Equals(new ArticleNumber("A-1")));

    public static void Another_number_is_not() => Check.That(!new ArticleNumber("A-1").Equals(new ArticleNumber("A-2")));
}
