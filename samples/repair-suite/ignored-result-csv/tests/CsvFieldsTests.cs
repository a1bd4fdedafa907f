using Import;

public static class CsvFieldsTests
{
    public static void Blanks_around_a_field_go() => Check.Equal("a|b c|d", string.Join('|', CsvFields.Split("a ; b c;  d")));

    public static void An_empty_field_stays() => Check.Equal("a||b", string.Join('|', CsvFields.Split("a; ;b")));

    public static void A_line_without_separator_is_one_field() => Check.Equal("a", string.Join('|', CsvFields.Split(" a ")));
}
