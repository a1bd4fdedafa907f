namespace CodeAssist.Repair.Tests.BuiltIn;

public class PropertyUsesWrongFieldTemplateTests
{
    private const string Id = "CDA1005";

    [Theory]
    [InlineData("get { return _first; } set { _last = value; }", "get { return _last; } set { _last = value; }")]
    [InlineData("get => _last; set => _first = value;", "get => _last; set => _last = value;")]
    [InlineData("get => this._first; set => _last = value;", "get => this._last; set => _last = value;")]
    [InlineData("get => _first /* why */ ; // here", "get => _last /* why */ ; // here")]
    [InlineData("get => _first ??= \"\"; set => _last = value;", "get => _last ??= \"\"; set => _last = value;")]
    [InlineData("get => _last; set { if (value == _last) return; _first = value; Changed(); }", "get => _last; set { if (value == _last) return; _last = value; Changed(); }")]
    public Task The_own_field_is_named(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task Line_endings_survive() => RepairVerifier.RepairsAsync(
        Id,
        "class C\r\n{\r\n\tprivate int _x = 1, _y = 2;\r\n\tpublic int X => _x;\r\n\tpublic int Y\r\n\t\t=> _x; // y\r\n}\r\n",
        "class C\r\n{\r\n\tprivate int _x = 1, _y = 2;\r\n\tpublic int X => _x;\r\n\tpublic int Y\r\n\t\t=> _y; // y\r\n}\r\n");

    [Fact]
    public Task Fields_that_are_hidden_or_keywords_get_this_or_an_at_sign() => RepairVerifier.RepairsAsync(
        Id,
        """
        class C
        {
            private int value, size;
            public int Size { get => size; set => size = value; }
            public int Value { get => value; set => size = value; }
        }
        """,
        """
        class C
        {
            private int value, size;
            public int Size { get => size; set => size = value; }
            public int Value { get => value; set => this.value = value; }
        }
        """);

    [Fact]
    public Task A_field_named_like_a_keyword() => RepairVerifier.RepairsAsync(
        Id,
        """
        class C
        {
            private int @class = 1, size = 2;
            public int Size => size;
            public int Class => size;
        }
        """,
        """
        class C
        {
            private int @class = 1, size = 2;
            public int Size => size;
            public int Class => @class;
        }
        """);

    [Fact]
    public Task An_accessor_that_names_the_wrong_field_twice_gets_no_template() => RepairVerifier.OffersNothingAsync(
        Id, Source("get => _last; set { if (value == _first) return; _first = value; }"));

    [Fact]
    public async Task The_title_names_the_field()
    {
        var outcome = await RepairVerifier.RepairAsync(Source("get => _first; set => _last = value;"), Id);
        Assert.Equal("Use the field '_last'", outcome.Edit?.Title);
    }

    private static string Source(string accessors) =>
        $$"""
        class Person
        {
            private string _first = "", _last = "";
            public string First { get => _first; set => _first = value; }
            public string Last
            {
                {{accessors}}
            }
            void Changed() { }
        }
        """;
}
