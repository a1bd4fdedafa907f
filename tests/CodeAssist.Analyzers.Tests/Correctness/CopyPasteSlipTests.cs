using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.CopyPasteSlipAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class CopyPasteSlipTests
{
    [Theory]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Z = [|b.Y|];")]
    [InlineData("a.X = b.X; a.Y = [|b.X|]; a.Z = b.Z;")]
    [InlineData("a.X = (int)b.X; a.Y = (int)b.Y; a.Z = (int)[|b.Y|];")]
    [InlineData("a.X = b.X + 1; a.Y = b.Y + 1; a.Z = [|b.X|] + 1;")]
    [InlineData("a.X = Convert(b.X); a.Y = Convert(b.Y); a.Z = Convert([|b.Y|]);")]
    [InlineData("_x = b.X; _y = b.Y; _z = [|b.Y|];")]
    [InlineData("this._x = x; this._y = y; this._z = [|y|];")]
    [InlineData("switch (x) { case 1: a.X = b.X; a.Y = b.Y; a.Z = [|b.X|]; break; }")]
    [InlineData("Use(new P { X = b.X, Y = b.Y, Z = [|b.Y|] });")]
    [InlineData("Use(new P { X = x, Y = y, Z = [|y|] });")]
    public Task Assignments(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("a.X == b.X && a.Y == b.Y && a.Z == [|b.Y|]")]
    [InlineData("a.X != b.X || a.Y != [|b.X|] || a.Z != b.Z")]
    [InlineData("a.X == b.X && a.Y == b.Y && [|a.Y|] == b.Z")]
    [InlineData("a.X.Equals(b.X) && a.Y.Equals(b.Y) && a.Z.Equals([|b.Y|])")]
    [InlineData("Equals(a.X, b.X) && Equals(a.Y, b.Y) && Equals(a.Z, [|b.X|])")]
    [InlineData("a != null && a.X == b.X && a.Y == b.Y && a.Z == [|b.Y|]")]
    [InlineData("_x == b.X && _y == b.Y && _z == [|b.Y|]")]
    public Task Conditions(string condition) => Verify.VerifyAsync(Source($"Use({condition});"));

    [Fact]
    public Task The_message_names_what_was_meant() => Verify.VerifyAsync(
        Source("a.X = b.X; a.Y = b.{|#1:Y|}; a.Z = {|#0:b.Y|};"),
        Verify.Diagnostic(0, "b.Y", "b.Z").WithLocation(1));

    [Theory]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Z = b.Z;")]
    [InlineData("a.X = b.X; a.Y = b.X;")]
    [InlineData("a.Y = b.Y; a.Z = b.Y;")]
    [InlineData("a.X = b.X; Use(a); a.Y = b.Y; a.Z = b.Y;")]
    [InlineData("a.X = x; a.Y = x; a.Z = x;")]
    [InlineData("a.X = b.Y; a.Y = b.X; a.Z = b.Z;")]
    [InlineData("a.X = b.X; a.Y = b.X; a.Z = b.X;")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Z = 0;")]
    [InlineData("a.X = b.X; a.Y = b.Y; b.Z = a.Y;")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Y = b.Z;")]
    public Task No_pattern_or_one_that_holds(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("a.X = c.X; a.Y = c.Y; a.Z = c.Y;")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Name = b.Y.ToString();")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Wide = b.Y;")]
    [InlineData("a.X = x; a.Y = y; a.W = y;")]
    [InlineData("a.X = x; a.Y = y; a.Z = y; Use(z);")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.CurrentX = b.X;")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.OwnerX = b.X;")]
    public Task Names_that_are_absent_or_meant_otherwise(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Z = b.Y; // flat")]
    [InlineData("a.X = b.X; a.Y = b.Y; a.Z = /* flat */ b.Y;")]
    public Task Slips_that_are_explained(string statements) => Verify.VerifyAsync(Source(statements + "\n"));

    [Theory]
    [InlineData("a.X == b.X && a.Y == b.Y")]
    [InlineData("a.X == b.X && a.Y == b.Y && a.X == b.Y")]
    [InlineData("a.X == b.Y && a.Y == b.Z && a.Z == b.X")]
    [InlineData("a.X == b.X && a.Y == b.Y || a.Z == b.Y")]
    [InlineData("a.X == x && a.Y == x && a.Z == y")]
    public Task Conditions_without_a_pattern(string condition) => Verify.VerifyAsync(Source($"Use({condition});"));

    [Fact]
    public Task Colours_of_grey_and_mirrored_corners() => Verify.VerifyAsync(
        """
        struct Colour { public byte R, G, B; }
        struct Box { public int Left, Top, Right, Bottom; }
        class C
        {
            Colour Grey(Colour c) => new Colour { R = c.R, G = c.R, B = c.R };
            Box Turned(Box b) => new Box { Left = b.Top, Top = b.Left, Right = b.Bottom, Bottom = b.Right };
        }
        """);

    [Fact]
    public Task Long_chains() => Verify.VerifyAsync(Source(
        $"Use({string.Join(" && ", Enumerable.Range(0, 1000).Select(_ => "a.X == b.Y"))});"));

    [Fact]
    public Task First_and_last_and_the_like() => Verify.VerifyAsync(
        """
        class D { public string FirstName = "", LastName = "", Email = ""; public int R, G, B; }
        class C
        {
            void M(D to, D from)
            {
                to.FirstName = from.FirstName;
                to.LastName = [|from.FirstName|];
                to.Email = from.Email;
            }
            void N(D to, D from)
            {
                to.R += from.R;
                to.G += from.G;
                to.B += [|from.G|];
            }
            void O(D to, D from)
            {
                Same(to.R, from.R);
                Same(to.G, from.G);
                Same(to.B, [|from.G|]);
            }
            void Same(int one, int other) { }
        }
        """);

    private static string Source(string statements) =>
        $$"""
        class P
        {
            public int X, Y, W, CurrentX, OwnerX;
            public int Z { get; set; }
            public long Wide;
            public string? Name;
        }

        class Q
        {
            public int X, Y;
        }

        class C
        {
            int _x, _y, _z;

            void M(P a, P b, Q c, int x, int y, int z)
            {
                {{statements}}
            }

            int Sum => _x + _y + _z;
            static int Convert(int value) => value;
            static void Use(object value) { }
        }
        """;
}
