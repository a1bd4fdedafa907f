namespace CodeAssist.Repair.Tests.BuiltIn;

public class SwappedArgumentsTemplateTests
{
    private const string Id = "CDA1006";

    [Fact]
    public Task The_arguments_change_places() => RepairVerifier.RepairsAsync(
        Id,
        """
        class C
        {
            static void Resize(int width, int height) { }
            void M(int width, int height) => Resize(height, width);
        }
        """,
        """
        class C
        {
            static void Resize(int width, int height) { }
            void M(int width, int height) => Resize(width, height);
        }
        """);

    [Fact]
    public Task Comments_and_line_breaks_stay_where_they_are() => RepairVerifier.RepairsAsync(
        Id,
        "class C\r\n{\r\n    static void Copy(string source, bool force, string target) { }\r\n    void M(C2 pair)\r\n    {\r\n"
        + "        Copy(\r\n            pair.Target, // from\r\n            true,\r\n            /* to */ pair.Source);\r\n    }\r\n}\r\nclass C2 { public string Source = \"\", Target = \"\"; }\r\n",
        "class C\r\n{\r\n    static void Copy(string source, bool force, string target) { }\r\n    void M(C2 pair)\r\n    {\r\n"
        + "        Copy(\r\n            pair.Source, // from\r\n            true,\r\n            /* to */ pair.Target);\r\n    }\r\n}\r\nclass C2 { public string Source = \"\", Target = \"\"; }\r\n");

    [Fact]
    public Task Declared_variables_constructors_and_indexers() => RepairVerifier.RepairsAsync(
        Id,
        """
        class C
        {
            static void Measure(out int width, out int height) => width = height = 0;
            int M() { Measure(out var height, out var width); return width - height; }
        }
        """,
        """
        class C
        {
            static void Measure(out int width, out int height) => width = height = 0;
            int M() { Measure(out var width, out var height); return width - height; }
        }
        """);

    [Fact]
    public Task A_base_call() => RepairVerifier.RepairsAsync(
        Id,
        """
        class Size(int width, int height) { public int Area => width * height; }
        class Square : Size
        {
            public Square(int width, int height) : base(height, width) { }
        }
        """,
        """
        class Size(int width, int height) { public int Area => width * height; }
        class Square : Size
        {
            public Square(int width, int height) : base(width, height) { }
        }
        """);

    [Fact]
    public async Task The_title_names_the_arguments()
    {
        var outcome = await RepairVerifier.RepairAsync(
            """
            class C
            {
                static void Resize(int width, int height) { }
                void M(int width, int height) => Resize((int)height, width);
            }
            """,
            Id);
        Assert.Equal("Swap the arguments '(int)height' and 'width'", outcome.Edit?.Title);
    }
}
