using System.Globalization;
using System.Text.RegularExpressions;
using CodeAssist.Repair.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAssist.Repair.Gate.Behaviour;

/// <summary>What the guides ask of the form of a repair: the name that fits, the handler that is subscribed, the state that is compared.</summary>
internal static class RepairShape
{
    private static readonly string[] Fallbacks = ["fallback", "default", "otherwise", "alternative", "substitute"];

    private static readonly Regex Names = new(@"'([^']+)'", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The last names that a diagnostic's message quotes.</summary>
    public static IReadOnlyCollection<string> Quoted(Diagnostic target)
    {
        var quoted = Names.Matches(target.GetMessage(CultureInfo.InvariantCulture)).Cast<Match>().Select(match => match.Groups[1].Value);
        return [.. quoted.Select(name => name.Substring(name.LastIndexOf('.') + 1)), target.Location.SourceTree?.GetText().ToString(target.Location.SourceSpan) ?? string.Empty];
    }

    /// <summary>The words of a diagnostic's message and title.</summary>
    public static IReadOnlyCollection<string> Words(Diagnostic target) =>
        new HashSet<string>(Regex.Split(target.GetMessage(CultureInfo.InvariantCulture) + " " + target.Descriptor.Title.ToString(CultureInfo.InvariantCulture), @"\W+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <summary>The finding where a form is not kept; null where all are.</summary>
    public static async Task<CheckFinding?> FindAsync(GateContext context, RegionChange change, SyntaxNode newNode, SemanticModel oldModel, SemanticModel newModel, CancellationToken cancellation)
    {
        var (target, allowance) = (context.Edit.Target!, context.Allowance);
        var oldRoot = await oldModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var tokens = await context.OldRootAsync(cancellation).ConfigureAwait(false) == oldRoot
            ? await context.TokensAsync(cancellation).ConfigureAwait(false)
            : new TokenMap(oldRoot, await newModel.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false));
        if (PassedArguments.FindWithoutToken(newModel, newNode, tokens, cancellation) is { } untold)
            return CheckFinding.Failed("TokenNotPassed", Describe.Source(untold));
        if (CheckedContexts(change.OldNode) is var contexts && CheckedContexts(newNode) is var newContexts && contexts != newContexts && newContexts != (contexts + " checked").Trim() && newContexts != ("checked " + contexts).Trim())
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectConversion"), "checked, unchecked");
        if (ForeignDisposal(newModel, newNode, tokens, cancellation) is { } foreign)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectDispose"), Describe.Source(foreign));
        if (change.AddedMembers.FirstOrDefault(member => AddedMembers.IsStub(member, newModel, cancellation) || AddedMembers.IsWider(member, newModel, cancellation) || AddedMembers.IsTurned(member, newModel, cancellation)) is { } stub)
            return CheckFinding.Failed("StubMember", RegionChange.NameOf(stub));
        if (allowance.WritesCode && target.Id == "CDA5001" && AddedMembers.IsStub(newNode, newModel, cancellation))
            return CheckFinding.Failed("StubMember", RegionChange.NameOf(newNode));
        if (allowance.TellsOrNarrows && VainFilter(change.OldNode, newNode) is { } filter)
            return CheckFinding.Failed("FilterAlwaysHolds", Describe.Source(filter));
        if (allowance.TellsOrNarrows && CatchTypes.FindUnrelated(oldModel, change.OldNode, newModel, newNode, cancellation) is { } unrelated)
            return CheckFinding.Failed("CatchUnrelated", unrelated);
        if (allowance.FallbackAtDeclaration && ConcealingFallback.Find(change.OldNode, newNode, tokens) is { } concealing)
            return CheckFinding.Failed("ConcealingFallback", Describe.Source(concealing));
        if (newNode.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => WantedName.LastName(call) == "GetValueOrDefault" && call.ArgumentList.Arguments is [var key, var otherwise] && SyntaxFactory.AreEquivalent(key, otherwise) && tokens.ToOld(otherwise.GetLastToken().SpanStart) is null) is { } echo)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectRead"), Describe.Source(echo.ToString()));
        if (allowance.FallbackAtDeclaration && newNode.DescendantNodes().OfType<LambdaExpressionSyntax>().FirstOrDefault(lambda => tokens.ToOld(lambda.ArrowToken.SpanStart) is null) is { } lambda)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectVariable"), Describe.Source(lambda.ToString()));
        if (target.Id == "CS0165" && OtherValue(change.OldNode, newNode, tokens) is { } valueOfAnother)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectRead"), Describe.Source(valueOfAnother));
        if (target.Id is "CS1501" or "CS1729" or "CS7036" && PassedArguments.FindPoor(newModel, newNode, tokens, cancellation) is var (poor, richer))
            return CheckFinding.Failed("NameFitsWorse", poor, richer);
        if (target.Id is "CA2208" or "S3928" or "MA0015" or "RCS1015" && UntestedName(newNode, tokens) is { } untested)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectLiteral"), Describe.Source(untested));
        if (target.Id == "CS0120" && OtherObject(newModel, newNode, tokens, cancellation) is var (named, meant))
            return CheckFinding.Failed("NameFitsWorse", named, meant);
        if (target.Id == "CS1061" && LostReceiver(target, oldRoot, tokens) is { } receiver)
            return CheckFinding.Failed("EffectVanished", Messages.Get("EffectRead"), Describe.Source(receiver));
        if (OtherObjects.FindShared(newModel, newNode, tokens, cancellation) is var (shared, given))
            return CheckFinding.Failed("NameFitsWorse", shared, given);
        if (allowance.FallbackAtDeclaration && OtherObjects.FindNeighbour(newNode, tokens) is { } neighbour)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectRead"), Describe.Source(neighbour));
        if (newNode.DescendantNodes().OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment => assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: not InitializerExpressionSyntax } && SyntaxFactory.AreEquivalent(assignment.Left, assignment.Right) && !change.OldNode.DescendantNodes().Any(old => SyntaxFactory.AreEquivalent(old, assignment))) is { } itself)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectWrite"), Describe.Source(itself.ToString()));
        if (allowance.FallbackAtDeclaration && (NullTests.FindForeign(target, oldRoot, newNode, tokens) ?? NullTests.FindEmptyPlace(newNode, tokens)) is { } foreignTest)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectCondition"), Describe.Source(foreignTest));
        if (Units.FindOther(newNode, tokens) is { } unit)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectCall"), Describe.Source(unit));
        if (target.Id == "CDA1020" && oldRoot.FindNode(target.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax && Steps(newNode) < Steps(change.OldNode))
            return CheckFinding.Failed("EffectVanished", Messages.Get("EffectOperator"), "++");
        if (allowance.FallbackAtDeclaration && OtherFallback(newModel, newNode, tokens, cancellation) is var (made, there))
            return CheckFinding.Failed("NameFitsWorse", made, there);
        if (target.Id is "CDA2002" or "CS4014" or "VSTHRD110" or "MA0134" && IsStillUnobserved(target, oldRoot, newNode, tokens))
            return CheckFinding.Failed("EffectMissing", Messages.Get("EffectAwait"));
        if (newNode.DescendantNodes().OfType<BinaryExpressionSyntax>().FirstOrDefault(binary => newModel.GetConstantValue(binary, cancellation) is { HasValue: true, Value: bool } && !change.OldNode.DescendantNodes().Any(old => SyntaxFactory.AreEquivalent(old, binary))) is { } constant)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectOperator"), Describe.Source(constant.ToString()));
        if (target.Id is "CDA1033" or "S2275" or "CA2241" && PassedTwice(change.OldNode, newNode) is { } twice)
            return CheckFinding.Failed("EffectAppeared", Messages.Get("EffectRead"), Describe.Source(twice));
        if (allowance.DeletesOnlyRepeated && LostArm(change.OldNode, newNode) is { } arm)
            return CheckFinding.Failed("EffectVanished", Messages.Get("EffectCondition"), Describe.Source(arm));
        if (allowance.WritesCode && LostLabel(change.OldNode, newNode) is { } label)
            return CheckFinding.Failed("EffectVanished", Messages.Get("EffectCondition"), Describe.Source(label));
        if (BothSidesChanged(target, oldRoot, tokens))
            return CheckFinding.Failed("BothSidesChanged");
        if (allowance.FittingName)
        {
            if (target.Id is "CS1501" or "CS1729" or "CS7036" && PassedArguments.FindMisplaced(oldModel, change.OldNode, newModel, newNode, tokens, cancellation) is { } misplaced)
                return CheckFinding.Failed("ArgumentMisplaced", Describe.Source(misplaced));
            if (FittingNames.Find(target, oldModel, oldRoot, newModel, newNode, tokens, cancellation) is var (name, better))
                return CheckFinding.Failed("NameFitsWorse", name, better);
        }

        if (allowance.OnlySubscribed && Unsubscribed(newNode, tokensBefore: change.OldNode) is { } handler)
            return CheckFinding.Failed("HandlerNotSubscribed", Describe.Source(handler));
        return allowance.SameState && OtherState(newNode, newModel, cancellation) is { } comparison ? CheckFinding.Failed("OtherStateCompared", Describe.Source(comparison)) : null;
    }

    // A step that went must have become a sum or a difference.
    private static int Steps(SyntaxNode node) => node.DescendantTokens().Count(token => token.Kind() is SyntaxKind.PlusPlusToken or SyntaxKind.MinusMinusToken or SyntaxKind.PlusToken or SyntaxKind.MinusToken or SyntaxKind.PlusEqualsToken or SyntaxKind.MinusEqualsToken);

    // A literal in place of what is there to fall back on.
    private static (string Name, string Better)? OtherFallback(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var coalesce in newNode.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(binary => binary.IsKind(SyntaxKind.CoalesceExpression) && tokens.ToOld(binary.OperatorToken.SpanStart) is null && binary.Right is LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" }))
        {
            var type = model.GetTypeInfo(coalesce.Right, cancellation).Type;
            var better = model.LookupSymbols(coalesce.SpanStart).FirstOrDefault(symbol => Array.Exists(Fallbacks, word => symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                && SymbolEqualityComparer.Default.Equals((symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type ?? (symbol as IFieldSymbol)?.Type ?? (symbol as IPropertySymbol)?.Type, type) && symbol.Locations.Any(location => location.IsInSource));
            if (better is not null)
                return (coalesce.Right.ToString(), better.Name);
        }

        return null;
    }

    // The flagged call stands by itself as before.
    private static bool IsStillUnobserved(Diagnostic target, SyntaxNode oldRoot, SyntaxNode newNode, TokenMap tokens) =>
        oldRoot.FindToken(target.Location.SourceSpan.Start) is var first && tokens.ToNew(first.SpanStart) is { } start && newNode.FullSpan.Contains(start)
        && newNode.FindToken(start).Parent?.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } statement && statement.SpanStart == start
        && first.Parent?.FirstAncestorOrSelf<StatementSyntax>()?.ToString() == statement.ToString();

    // A value that is written out a second time is not the one that was missing.
    private static string? PassedTwice(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var before = Repeated(oldNode).ToList();
        return Repeated(newNode).FirstOrDefault(text => !before.Remove(text));

        static IEnumerable<string> Repeated(SyntaxNode node) =>
            node.DescendantNodes().OfType<ArgumentListSyntax>().SelectMany(list => list.Arguments.GroupBy(argument => argument.ToString()).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    // An arm that is gone, and what it did with it.
    private static string? LostArm(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var (patterns, results) = (Arms(newNode).Select(arm => arm.Pattern).ToList(), Arms(oldNode).GroupBy(arm => arm.Result).ToDictionary(group => group.Key, group => group.Count()));
        return Arms(oldNode).Where(arm => !patterns.Contains(arm.Pattern) && results[arm.Result] == 1).Select(arm => arm.Pattern).FirstOrDefault();

        static IEnumerable<(string Pattern, string Result)> Arms(SyntaxNode node) => node.DescendantNodes().Select(inner => inner switch
        {
            SwitchExpressionArmSyntax arm => (arm.Pattern.ToString() + arm.WhenClause, arm.Expression.ToString()),
            SwitchSectionSyntax section => (section.Labels.ToString(), section.Statements.ToString()),
            _ => (string.Empty, string.Empty),
        }).Where(arm => arm.Item1.Length > 0);
    }

    // What a case is for stays, whatever is written into it.
    private static string? LostLabel(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var labels = new HashSet<string>(newNode.DescendantNodes().OfType<SwitchLabelSyntax>().Select(label => label.ToString()));
        return oldNode.DescendantNodes().OfType<SwitchLabelSyntax>().Select(label => label.ToString()).FirstOrDefault(label => !labels.Contains(label));
    }

    // A path that has no value gets none from a variable that no other path takes it from.
    private static string? OtherValue(SyntaxNode oldNode, SyntaxNode newNode, TokenMap tokens)
    {
        var known = new HashSet<string>(Values(oldNode).Select(value => value.ToString()));
        return Values(newNode).OfType<IdentifierNameSyntax>().FirstOrDefault(value => tokens.ToOld(value.SpanStart) is null && !known.Contains(value.ToString()))?.ToString();

        static IEnumerable<ExpressionSyntax> Values(SyntaxNode node) => node.DescendantNodes().Select(inner => inner switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right,
            EqualsValueClauseSyntax value => value.Value,
            _ => null,
        }).OfType<ExpressionSyntax>();
    }

    // The parameter that an exception names is one that its test is about.
    private static string? UntestedName(SyntaxNode newNode, TokenMap tokens) =>
        newNode.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == "nameof" && tokens.ToOld(call.SpanStart) is null && call.ArgumentList.Arguments.Count == 1)
            .Select(call => (Name: call.ArgumentList.Arguments[0].ToString(), Test: call.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault()?.Condition))
            .FirstOrDefault(pair => pair.Test is { } test && !test.DescendantTokens().Any(token => token.ValueText == pair.Name)).Name;

    // Where the member has an object of the type at hand, that one is meant.
    private static (string Name, string Better)? OtherObject(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation)
    {
        foreach (var access in newNode.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => tokens.ToOld(access.OperatorToken.SpanStart) is null))
        {
            var type = model.GetTypeInfo(access.Expression, cancellation).Type;
            if (type is null || model.GetSymbolInfo(access.Expression, cancellation).Symbol is ILocalSymbol or IParameterSymbol or null)
                continue;
            var atHand = model.LookupSymbols(access.SpanStart).FirstOrDefault(symbol => SymbolEqualityComparer.Default.Equals((symbol as IParameterSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type, type));
            if (atHand is not null)
                return (access.Expression.ToString(), atHand.Name);
        }

        return null;
    }

    // A member that an object does not have is asked of that object all the same, or passed it.
    private static string? LostReceiver(Diagnostic target, SyntaxNode oldRoot, TokenMap tokens)
    {
        var access = oldRoot.FindNode(target.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<MemberAccessExpressionSyntax>();
        return access is { Expression: IdentifierNameSyntax receiver } && access.Name.Span.IntersectsWith(target.Location.SourceSpan) && tokens.ToNew(receiver.SpanStart) is null ? receiver.ToString() : null;
    }

    private static string CheckedContexts(SyntaxNode node) =>
        string.Join(" ", node.DescendantNodes().Where(inner => inner is CheckedExpressionSyntax or CheckedStatementSyntax).Select(inner => inner.GetFirstToken().Text));

    // What a member was given is not its own to dispose of.
    private static string? ForeignDisposal(SemanticModel model, SyntaxNode newNode, TokenMap tokens, CancellationToken cancellation) =>
        newNode.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText is "Dispose" or "DisposeAsync" or "Close" && access.Expression is not (BaseExpressionSyntax or ThisExpressionSyntax) && access.Parent is InvocationExpressionSyntax && tokens.ToOld(access.Expression.GetLastToken().SpanStart) is null)
            .FirstOrDefault(access => model.GetSymbolInfo(access.Expression, cancellation).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } || (model.GetSymbolInfo(access.Expression, cancellation).Symbol is IParameterSymbol && !RegionChange.NameOf(newNode).StartsWith("Dispose", StringComparison.Ordinal) && newNode is not TypeDeclarationSyntax))?.ToString();

    // A filter that asks nothing but whether there is something, or lets through all but one: it takes nearly everything that the catch took.
    private static string? VainFilter(SyntaxNode oldNode, SyntaxNode newNode)
    {
        var before = new HashSet<string>(oldNode.DescendantNodes().OfType<CatchFilterClauseSyntax>().Select(clause => clause.ToString()));
        return newNode.DescendantNodes().OfType<CatchFilterClauseSyntax>().FirstOrDefault(clause => !before.Contains(clause.ToString()) && (!Narrows(clause.FilterExpression) || !IsAboutException(clause)))?.ToString();

        // It asks about the exception, and not whether that is what the clause catches anyway.
        static bool IsAboutException(CatchFilterClauseSyntax clause)
        {
            var names = clause.DescendantTokens().Select(token => token.ValueText).ToList();
            return clause.Parent is CatchClauseSyntax { Declaration: { } caught }
                ? (names.Contains(caught.Identifier.ValueText) || names.Contains("IsCancellationRequested"))
                    && !clause.DescendantNodes().OfType<TypePatternSyntax>().Any(type => type.Type.ToString() == caught.Type.ToString())
                    && !clause.DescendantNodes().OfType<ConstantPatternSyntax>().Any(type => type.Expression.ToString() == caught.Type.ToString())
                : names.Contains("IsCancellationRequested");
        }

        static bool Narrows(ExpressionSyntax filter) => filter.DescendantNodesAndSelf().Any(node => node switch
        {
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => false,
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax } } => false,
            IsPatternExpressionSyntax or InvocationExpressionSyntax => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var right } => !right.IsKind(SyntaxKind.NullLiteralExpression),
            MemberAccessExpressionSyntax { Parent: not BinaryExpressionSyntax and not IsPatternExpressionSyntax and not MemberAccessExpressionSyntax } or IdentifierNameSyntax { Parent: CatchFilterClauseSyntax } => true,
            _ => false,
        });
    }

    // Of two operands that are the same one is wrong: the other one stays.
    private static bool BothSidesChanged(Diagnostic target, SyntaxNode oldRoot, TokenMap tokens)
    {
        if (target.Id is not ("CDA1001" or "CS1717" or "CS1718" or "S1764" or "MA0172" or "CA2245"))
            return false;
        var pair = oldRoot.FindNode(target.Location.SourceSpan, getInnermostNodeForTie: true);
        var (left, right) = pair switch
        {
            BinaryExpressionSyntax binary => (binary.Left, binary.Right),
            AssignmentExpressionSyntax assignment => (assignment.Left, assignment.Right),
            _ => (null, (ExpressionSyntax?)null),
        };
        return left is not null && right is not null && SyntaxFactory.AreEquivalent(left, right) && Changed(left) && Changed(right);

        // Changed in its tokens, or in what stands before them.
        bool Changed(ExpressionSyntax side) =>
            side.DescendantTokens().Any(token => tokens.ToNew(token.SpanStart) is null)
            || (tokens.ToNew(side.SpanStart) is { } start && tokens.NewTokens.FirstOrDefault(token => token.SpanStart == start).GetPreviousToken() is var previous && previous.Text == "." && oldRoot.FindToken(side.SpanStart).GetPreviousToken().Text != ".");
    }

    // A handler that is taken off and that nothing of the type puts on the same event.
    private static string? Unsubscribed(SyntaxNode newNode, SyntaxNode tokensBefore)
    {
        var before = new HashSet<string>(Handlers(tokensBefore, SyntaxKind.SubtractAssignmentExpression).Select(Text));
        var put = new HashSet<string>(Handlers(newNode.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? newNode, SyntaxKind.AddAssignmentExpression).Select(Text));
        return Handlers(newNode, SyntaxKind.SubtractAssignmentExpression).Select(Text).FirstOrDefault(text => !before.Contains(text) && !put.Contains(text));

        static IEnumerable<AssignmentExpressionSyntax> Handlers(SyntaxNode node, SyntaxKind kind) => node.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.IsKind(kind));

        static string Text(AssignmentExpressionSyntax assignment) => WantedName.LastName(assignment.Left) + " " + assignment.Right.ToString().Replace("this.", string.Empty);
    }

    // Two members of the type's own that are compared and are not the same; or the comparisons of which only one need hold.
    private static string? OtherState(SyntaxNode newNode, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var binary in newNode.DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && State(binary.Left) is { } left && State(binary.Right) is { } right && !SymbolEqualityComparer.Default.Equals(left, right))
                return binary.ToString();
            if (binary.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression && State(binary.Left) is not null && State(binary.Right) is not null)
                return binary.ToString();
            if (binary.IsKind(SyntaxKind.LogicalOrExpression) && IsOtherThing(binary.Left) && ComparesState(binary.Right) && binary.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition.Span.Contains(binary.Span) != true)
                return binary.ToString();
            if (binary.IsKind(SyntaxKind.LogicalOrExpression) && ComparesState(binary.Left) && ComparesState(binary.Right) && !binary.DescendantNodes().Any(node => node.IsKind(SyntaxKind.NotEqualsExpression)))
                return binary.ToString();
        }

        foreach (var call in newNode.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => WantedName.LastName(call) == "Equals"))
        {
            var operands = call.ArgumentList.Arguments.Select(argument => State(argument.Expression)).ToList();
            if (call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && State(receiver) is { } own)
                operands.Insert(0, own);
            if (operands.Count > 1 && operands[0] is { } one && operands[1] is { } other && !SymbolEqualityComparer.Default.Equals(one, other))
                return call.ToString();
        }

        return null;

        // What is nothing, or of another type, is equal to nothing.
        static bool IsOtherThing(ExpressionSyntax test) => test is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax or ConstantPatternSyntax } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };

        ISymbol? State(ExpressionSyntax expression) =>
            model.GetSymbolInfo(expression, cancellation).Symbol is { IsStatic: false } symbol and (IFieldSymbol or IPropertySymbol) ? symbol : null;

        bool ComparesState(ExpressionSyntax expression) =>
            expression.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(inner => inner.IsKind(SyntaxKind.EqualsExpression) && State(inner.Left) is not null && State(inner.Right) is not null);
    }
}
