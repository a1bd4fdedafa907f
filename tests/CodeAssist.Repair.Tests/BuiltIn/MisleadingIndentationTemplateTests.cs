namespace CodeAssist.Repair.Tests.BuiltIn;

public class MisleadingIndentationTemplateTests
{
    private const string Id = "CDA1015";

    private static string Source(string statements) =>
        "class C\n{\n    void A() { }\n    int B() => 1;\n    int M(bool x, int n)\n    {\n" + statements + "        return n;\n    }\n}\n";

    [Theory]
    [InlineData(
        "        if (x)\n            A(); // first\n            B();\n",
        "        if (x)\n        {\n            A(); // first\n            B();\n        }\n")]
    [InlineData(
        "        for (var i = 0; i < n; i++)\n            // each\n            A();\n            B(); // second\n",
        "        for (var i = 0; i < n; i++)\n        {\n            // each\n            A();\n            B(); // second\n        }\n")]
    [InlineData(
        "        if (x)\n            A();\n        else\n            n = 1;\n            B();\n",
        "        if (x)\n            A();\n        else\n        {\n            n = 1;\n            B();\n        }\n")]
    [InlineData(
        "        foreach (var c in \"abc\")\n            n += c;\n            n++;\n",
        "        foreach (var c in \"abc\")\n        {\n            n += c;\n            n++;\n        }\n")]
    [InlineData(
        "        while (n < 9)\n            A();\n            n++;\n",
        "        while (n < 9)\n        {\n            A();\n            n++;\n        }\n")]
    public Task Both_statements_get_braces(string before, string after) => RepairVerifier.RepairsAsync(Id, Source(before), Source(after));

    [Fact]
    public Task Line_endings_and_the_style_of_the_block_survive() => RepairVerifier.RepairsAsync(
        Id,
        "class C {\r\n\tint M(bool x) {\r\n\t\tvar n = 1;\r\n\t\tif (x) // why\r\n\t\t\tn = 2;\r\n\t\t\tn++;\r\n\t\treturn n;\r\n\t}\r\n}\r\n",
        "class C {\r\n\tint M(bool x) {\r\n\t\tvar n = 1;\r\n\t\tif (x) { // why\r\n\t\t\tn = 2;\r\n\t\t\tn++;\r\n\t\t}\r\n\t\treturn n;\r\n\t}\r\n}\r\n");

    [Theory]
    [InlineData("        if (x)\n            A();\n            B();\n            A();\n")]
    [InlineData("        if (x)\n            A();\n            foreach (var c in \"abc\")\n                n += c;\n")]
    [InlineData("        if (x)\n            A();\n            var y = 1;\n        n += y;\n")]
    public Task Where_it_is_not_plain_nothing_is_offered(string statements) => RepairVerifier.OffersNothingAsync(Id, Source(statements));
}
