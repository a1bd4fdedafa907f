namespace CodeAssist.Repair.Tests.BuiltIn;

public class StaticInitializerOrderTemplateTests
{
    private const string Id = "CDA1017";

    private static string Type(string members) => "using System;\n\nclass C\n{\n" + members + "\n    static int F(int x) => x + 1;\n}\n";

    [Theory]
    [InlineData(
        "    static int A = B + 1;\n    static int B = 2;\n",
        "    static int B = 2;\n    static int A = B + 1;\n")]
    [InlineData(
        "    // the sum\n    static readonly int Total = Each * 10; // all\n\n    static readonly int Each = F(5);\n",
        "    static readonly int Each = F(5);\n\n    // the sum\n    static readonly int Total = Each * 10; // all\n")]
    [InlineData(
        "    static int Zero = 0;\n\n    /// <summary>The sum.</summary>\n    public static int Total { get; } = F(Each);\n\n    static int Between = 3;\n    static int Each { get; } = F(5);\n",
        "    static int Zero = 0;\n\n    static int Between = 3;\n    static int Each { get; } = F(5);\n\n    /// <summary>The sum.</summary>\n    public static int Total { get; } = F(Each);\n")]
    [InlineData(
        "    static int A = B + D;\n    static int B = 2;\n    int _x = 1;\n    static int D = 3;\n",
        "    static int B = 2;\n    int _x = 1;\n    static int D = 3;\n    static int A = B + D;\n")]
    [InlineData(
        "    static int A = B;\n    static int B = D;\n    static int D = 3;\n",
        "    static int B = D;\n    static int D = 3;\n    static int A = B;\n")]
    public Task The_declaration_moves_below_what_it_reads(string before, string after) => RepairVerifier.RepairsAsync(Id, Type(before), Type(after));

    [Theory]
    [InlineData("    static int A = B, B = 2;\n")]
    [InlineData("    static int A = F(B);\n    static object O = new();\n    static int B = F(2);\n")]
    [InlineData("    static int A = B + 1;\n    static int E = A;\n    static int B = 2;\n")]
    [InlineData("    static int A = B + 1; static int B = 2;\n")]
    public Task Where_the_order_matters_otherwise_nothing_is_offered(string members) => RepairVerifier.OffersNothingAsync(Id, Type(members));
}
